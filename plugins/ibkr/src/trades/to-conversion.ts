import { isCurrency, type CashMovementDraft, type Decimal, type FxRate } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import { quoted, RowFault } from '../row/row-fault.js';
import { isZero, magnitude, negated, product } from '../values/amounts.js';
import { compact } from '../values/compact.js';
import { toTradeSource, TRADES } from './to-transaction.js';
import { readTradeCharges } from './trade-charges.js';
import { readTradeSide } from './trade-side.js';
import { readTradeTime } from './trade-time.js';

type Leg = 'base' | 'quote';

/** What a currency pair exchanged: the quantity is of the base, the proceeds of the quote. */
interface Conversion {
  readonly base: string;
  readonly quote: string;
  /** Signed cash effects. */
  readonly amounts: Readonly<Record<Leg, Decimal>>;
  /** The leg that was sold, also where the trade is taken back. */
  readonly sold: Leg;
  /** True where the amount of the quote is not printed. */
  readonly isComputed: boolean;
}

/**
 * A trade of currencies: two movements of cash with one link and the executed rate.
 *
 * @param reverses the booking that the row takes back, if it is a cancellation
 */
export function toConversion(row: FlexRow, reverses?: string): CashMovementDraft[] {
  const conversion = readConversion(row);
  const { printedTime, tradeDate, tradedAt, settlementDate } = readTradeTime(row);
  const { status } = readTradeSide(row);
  const charges = readTradeCharges(row, { currency: conversion.quote });
  const source = toTradeSource(row, printedTime);
  const fx = readRate(row, conversion);
  const linkId = [
    TRADES,
    source.recordId ?? source.groupId ?? '',
    tradeDate,
    printedTime ?? '',
    conversion.amounts.base,
  ];
  const toLeg = (leg: Leg): CashMovementDraft =>
    compact({
      source: { ...source, part: leg },
      linkId: linkId.join('/'),
      accountId: row.account,
      type: 'FX_CONVERSION' as const,
      status,
      money: { amount: conversion.amounts[leg], currency: conversion[leg] },
      charges: leg === conversion.sold && charges.length > 0 ? charges : undefined,
      fx,
      orderId: row.id('ibOrderID'),
      bookedAt: tradedAt,
      date: tradeDate,
      valueDate: settlementDate,
      description: `${conversion.base}.${conversion.quote}`,
      reverses:
        reverses === undefined || status === 'BOOKED'
          ? undefined
          : { section: TRADES, recordId: reverses, part: leg },
      derived: leg === 'quote' && conversion.isComputed ? ['money'] : undefined,
      raw: [row.raw()],
    });
  return [toLeg('base'), toLeg('quote')];
}

function readConversion(row: FlexRow): Conversion {
  const { base, quote } = readPair(row);
  const { side, quantity, status } = readTradeSide(row);
  const isBaseOut = (side === 'SELL') === (status === 'BOOKED');
  const printed = row.decimal('proceeds') ?? row.decimal('tradeMoney');
  const proceeds = magnitude(printed ?? product(quantity, row.neededDecimal('tradePrice')));
  return {
    base,
    quote,
    amounts: isBaseOut
      ? { base: negated(quantity), quote: proceeds }
      : { base: quantity, quote: negated(proceeds) },
    sold: side === 'SELL' ? 'base' : 'quote',
    isComputed: printed === undefined,
  };
}

/** The pair of a symbol such as EUR.USD. */
function readPair(row: FlexRow): { base: string; quote: string } {
  const symbol = row.text('symbol') ?? row.text('description') ?? '';
  const [, base = '', quote = ''] = /^([A-Z]{3})[./]([A-Z]{3})$/.exec(symbol) ?? [];
  if (!isCurrency(base) || !isCurrency(quote))
    throw new RowFault(`symbol was ${quoted(symbol)}, which is no pair of currencies.`, 'symbol');
  const { currency = quote } = { currency: row.text('currency') };
  if (currency !== quote)
    throw new RowFault(`currency was ${quoted(currency)}, but symbol was ${quoted(symbol)}.`, 'currency');
  return { base, quote };
}

function readRate(row: FlexRow, { base, quote }: Conversion): FxRate | undefined {
  const rate = row.decimal('tradePrice');
  if (rate === undefined || isZero(rate)) return undefined;
  return { base, quote, rate: magnitude(rate), source: 'EXECUTED' };
}
