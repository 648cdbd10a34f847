import { isCurrency, quoteCell, type CashMovementDraft, type Decimal, type FxRate } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { isZero, magnitude, negated, product } from '../values/amounts.js';
import { compact } from '../values/compact.js';
import { toTradeSource, TRADES } from './to-transaction.js';
import { readTradeCharges } from './trade-charges.js';
import { readTradeSide } from './trade-side.js';
import { readTradeTime } from './trade-time.js';

type Leg = 'base' | 'quote';

interface Pair {
  readonly base: string;
  readonly quote: string;
}

/** What a currency pair exchanged: the quantity is of the base, the proceeds of the quote. */
interface Conversion extends Pair {
  /** Signed cash effects. */
  readonly amounts: Readonly<Record<Leg, Decimal>>;
  /** The leg that was sold, also where the trade is taken back. */
  readonly sold: Leg;
  /** True where the amount of the quote is not printed. */
  readonly isComputed: boolean;
}

/** Tells whether a trade is one of currencies: by its asset class, where the export lacks that by its symbol. */
export function isConversion(row: FlexRow): boolean {
  const assetCategory = row.text('assetCategory');
  return assetCategory === undefined ? findPair(row) !== undefined : assetCategory === 'CASH';
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

/** The pair that the row names, whose quote is the currency of the row. */
function readPair(row: FlexRow): Pair {
  const pair = findPair(row);
  if (pair === undefined)
    throw new RowFault(
      `symbol was ${quoteCell(row.text('symbol') ?? '')}, which is no pair of currencies.`,
      'symbol',
    );
  const currency = row.text('currency') ?? pair.quote;
  if (currency === pair.quote) return pair;
  throw new RowFault(
    `currency was ${quoteCell(currency)}, but the pair was ${pair.base}.${pair.quote}.`,
    'currency',
  );
}

/** The pair of a symbol such as EUR.USD; undefined for any other symbol. */
function findPair(row: FlexRow): Pair | undefined {
  const symbol = row.text('symbol') ?? row.text('description') ?? '';
  const [, base = '', quote = ''] = /^([A-Z]{3})[./]([A-Z]{3})$/.exec(symbol) ?? [];
  return isCurrency(base) && isCurrency(quote) ? { base, quote } : undefined;
}

function readRate(row: FlexRow, { base, quote }: Conversion): FxRate | undefined {
  const rate = row.decimal('tradePrice');
  if (rate === undefined || isZero(rate)) return undefined;
  return { base, quote, rate: magnitude(rate), source: 'EXECUTED' };
}
