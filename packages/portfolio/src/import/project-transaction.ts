import type { FxRate, Money, Transaction } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import type { EntryDetail } from '../entries/entry.js';
import type { Projection } from './project-record.js';

/** What the ledger keeps of a trade for positions. */
export function projectTransaction(record: Transaction): Projection {
  return {
    date: record.tradeDate,
    at: record.tradedAt,
    instrument: record.instrument,
    type: record.tradeType ?? 'REGULAR',
    status: record.status,
    quantity: isInflow(record) ? record.quantity : negated(record.quantity),
    price: record.price,
    orderId: record.orderId,
    charges: record.charges,
    detail: { ...termsOf(record), ...moneyOf(record) },
  };
}

/** A sale taken back is an inflow as a purchase is. */
function isInflow({ side, status }: Transaction): boolean {
  return (side === 'BUY') === (status === 'BOOKED');
}

function termsOf({ effect, priceType, fx, netAmount, currency }: Transaction): EntryDetail {
  return {
    ...(effect === undefined ? {} : { effect }),
    ...(priceType === undefined ? {} : { priceType }),
    ...(fx === undefined ? {} : { fx }),
    ...(currency === netAmount.currency ? {} : { priceCurrency: currency }),
  };
}

function moneyOf(record: Transaction): EntryDetail {
  const { accruedInterest, linkId, currency } = record;
  const sign = isInflow(record) ? -1 : 1;
  const gross = Exact.from(record.grossAmount);
  return {
    ...(accruedInterest === undefined
      ? {}
      : { accrued: settled(signed(Exact.from(accruedInterest), sign), currency, record) }),
    ...(exchangesPrincipal(record)
      ? {}
      : { principal: { amount: signed(gross, sign).toString(), currency } }),
    ...(linkId !== undefined && gross.isZero ? { unpriced: true } : {}),
  };
}

function exchangesPrincipal({ instrument }: Transaction): boolean {
  return instrument.kind !== 'FUTURE' && instrument.kind !== 'CFD';
}

/** An amount of the trade currency as it stands inside the net amount; a rate of zero cannot tell. */
function settled(amount: Exact, currency: string, { netAmount, fx }: Transaction): Money {
  if (currency === netAmount.currency || fx === undefined || Exact.from(fx.rate).isZero)
    return { amount: amount.toString(), currency };
  return { amount: exchanged(amount, currency, fx).toString(), currency: netAmount.currency };
}

function exchanged(amount: Exact, currency: string, { base, rate }: FxRate): Exact {
  return base === currency ? amount.times(Exact.from(rate)) : amount.dividedBy(Exact.from(rate));
}

function signed(amount: Exact, sign: 1 | -1): Exact {
  return sign === 1 ? amount : amount.negated();
}

function negated(quantity: string): string {
  return Exact.from(quantity).negated().toString();
}
