import type { BookingStatus, Charge, FxRate, Money, OrderSide, TransactionDraft } from '@bourse/sdk';
import type { AccountRow } from '../row/account-row.js';
import type { Booking } from '../row/booking.js';
import { isNegative, isZero, negated, sum } from '../row/decimals.js';
import { toInstrument } from '../row/instrument.js';
import { RowError } from '../row/row-error.js';
import { readTradeTerms, type TradeTerms } from '../row/trade-terms.js';
import type { ConversionRate } from './conversion-rate.js';
import { settleConversions } from './conversions.js';
import type { Output } from './output.js';
import { moneyOf, toFee } from './standalone.js';
import { settle } from './trade-settlement.js';

/** What is booked for one order on one day. */
export type OrderBooking = Booking<'TRADE' | 'CHARGE' | 'CONVERSION'>;

type ChargeBooking = Booking<'CHARGE'>;

/** A purchase or sale that was read. */
interface Fill {
  readonly row: AccountRow;
  readonly side: OrderSide;
  readonly status: BookingStatus;
  readonly terms: TradeTerms;
  readonly draft: Omit<TransactionDraft, 'charges' | 'netAmount' | keyof ReturnType<Output['originOf']>>;
  readonly booked: Money;
}

/** The most charges that one record may have. */
const MAX_CHARGES = 64;

/**
 * Adds the fills of one order on one day, its charges and conversions. The charges of the day go undivided to its
 * first fill; what is given back goes to the first fill that was taken back.
 */
export function settleOrder(bookings: readonly OrderBooking[], output: Output): void {
  const charges = bookings.filter((booking): booking is ChargeBooking => booking.as === 'CHARGE');
  const rates = settleConversions(
    bookings.filter((booking): booking is Booking<'CONVERSION'> => booking.as === 'CONVERSION'),
    output,
  );
  const fills = readFills(
    bookings.filter((booking): booking is Booking<'TRADE'> => booking.as === 'TRADE'),
    output,
  );
  const shares = shareCharges(fills, charges);
  for (const fill of fills) {
    output.parts.add('transactions', toTransaction(fill, shares.get(fill) ?? [], rates, output));
  }
  for (const { row, kind } of shares.get(undefined) ?? []) output.parts.add('fees', toFee(row, kind, output));
}

/** The fills in the order of time; the newest comes first, as the statement prints it. */
function readFills(trades: readonly Booking<'TRADE'>[], output: Output): Fill[] {
  const chronological = trades
    .toReversed()
    .sort(({ row: left }, { row: right }) => left.printedTime.localeCompare(right.printedTime));
  const orderSide = chronological[0]?.row.orderId === undefined ? undefined : chronological[0].text.side;
  return chronological.flatMap((trade) => {
    try {
      return [toFill(trade, orderSide)];
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      output.reject(trade.row, error);
      return [];
    }
  });
}

function toFill({ row, text }: Booking<'TRADE'>, orderSide: OrderSide | undefined): Fill {
  const booked = moneyOf(row);
  const terms = readTradeTerms(text, row);
  const { multiplier, priceType, quantity, price, currency, accruedInterest } = terms;
  const direction = directionOf(text.side ?? 'BUY', booked, terms, orderSide);
  const { grossAmount, fx } = settle(booked, terms);
  return {
    row,
    ...direction,
    terms,
    booked,
    draft: {
      ...(row.orderId === undefined ? {} : { orderId: row.orderId }),
      instrument: toInstrument(row, text, { ...(multiplier === undefined ? {} : { multiplier }), priceType }),
      side: direction.side,
      quantity,
      price,
      ...(priceType === 'PERCENTAGE' ? { priceType } : {}),
      currency,
      grossAmount,
      ...(accruedInterest === undefined
        ? {}
        : { accruedInterest, derived: ['grossAmount', 'accruedInterest'] }),
      ...(fx === undefined ? {} : { fx, derived: ['grossAmount', 'fx'] }),
      ...(row.instant === undefined ? {} : { tradedAt: row.instant }),
      tradeDate: row.date,
      status: direction.status,
    },
  };
}

/**
 * Side and status. DEGIRO takes a fill back by booking it again with the opposite sign, or as the opposite trade of
 * the same order; an order never both buys and sells.
 */
function directionOf(
  side: OrderSide,
  booked: Money,
  { price }: TradeTerms,
  orderSide: OrderSide | undefined,
): Pick<Fill, 'side' | 'status'> {
  const isExpected =
    isZero(booked.amount) || isNegative(price) || isNegative(booked.amount) === (side === 'BUY');
  if (!isExpected) return { side, status: 'REVERSAL' };
  if (orderSide !== undefined && orderSide !== side) return { side: orderSide, status: 'REVERSAL' };
  return { side, status: 'BOOKED' };
}

/** Which fill bears which charges; those of no fill are fees of their own. */
function shareCharges(
  fills: readonly Fill[],
  charges: readonly ChargeBooking[],
): ReadonlyMap<Fill | undefined, readonly ChargeBooking[]> {
  const first = fills.find(({ status }) => status === 'BOOKED') ?? fills[0];
  const takenBack = fills.find(({ status }) => status === 'REVERSAL') ?? first;
  const shares = new Map<Fill | undefined, ChargeBooking[]>();
  for (const charge of charges) {
    const bearer = isNegative(moneyOf(charge.row).amount) ? first : takenBack;
    const isFull = (shares.get(bearer)?.length ?? 0) >= MAX_CHARGES;
    const key = isFull ? undefined : bearer;
    const share = shares.get(key) ?? [];
    share.push(charge);
    shares.set(key, share);
  }
  return shares;
}

function toTransaction(
  { row, draft, booked, terms }: Fill,
  charges: readonly ChargeBooking[],
  rates: readonly ConversionRate[],
  output: Output,
): TransactionDraft {
  const amounts = charges.map((charge) => moneyOf(charge.row));
  const own = amounts.filter(({ currency }) => currency === booked.currency).map(({ amount }) => amount);
  const fx = draft.fx ?? findOrderRate(rates, terms.currency);
  const derived = [...(draft.derived ?? []), ...(own.length === 0 ? [] : ['netAmount'])];
  return {
    ...output.originOf(
      row,
      charges.map((charge) => charge.row),
    ),
    ...draft,
    charges: charges.map(({ kind }, index) => toCharge(kind, amounts[index] ?? booked)),
    netAmount: { amount: sum([booked.amount, ...own]), currency: booked.currency },
    ...(fx === undefined ? {} : { fx }),
    ...(derived.length === 0 ? {} : { derived }),
  };
}

/** A charge is positive where it costs. */
function toCharge(kind: ChargeBooking['kind'], { amount, currency }: Money): Charge {
  return { kind, money: { amount: negated(amount), currency } };
}

/** The rate at which the order was converted, where all of it was converted at one. */
function findOrderRate(rates: readonly ConversionRate[], currency: string): FxRate | undefined {
  const own = rates.filter(
    ({ fx, isComputed }) => !isComputed && (fx.base === currency || fx.quote === currency),
  );
  const [first] = own;
  const isOne = own.every(({ fx }) => fx.base === first?.fx.base && fx.rate === first.fx.rate);
  return isOne ? first?.fx : undefined;
}
