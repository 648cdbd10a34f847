import { quoteCell, type BookingStatus, type OrderSide } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { isNegative, isZero, magnitude } from '../values/amounts.js';

/** Direction, size and status of a trade. */
export interface TradeSide {
  readonly side: OrderSide;
  /** Without sign. */
  readonly quantity: string;
  readonly status: BookingStatus;
}

/** `BUY`, `SELL (Ca.)` …, and `BOT`/`SLD` as some exports say. */
const BUY_SELL = /^(BUY|SELL|BOT|SLD)\s*(\(Ca\.?\))?$/i;

const CANCEL_TYPES: ReadonlySet<string> = new Set(['TradeCancel', 'FracShareCancel']);

/**
 * The direction of a trade. A cancellation takes back a trade of the other sign: of -450 a purchase of 450.
 *
 * @throws RowFault where side and sign of the quantity contradict each other.
 */
export function readTradeSide(row: FlexRow): TradeSide {
  const signed = row.neededDecimal('quantity');
  const quantity = magnitude(signed);
  const named = readBuySell(row);
  const isCancel = CANCEL_TYPES.has(row.text('transactionType') ?? '') || row.codes('notes').has('Ca');
  if (named?.isCanceled === true) return { side: named.side, quantity, status: 'REVERSAL' };
  if (isCancel) return { side: isNegative(signed) ? 'BUY' : 'SELL', quantity, status: 'REVERSAL' };
  const bySign = isNegative(signed) ? 'SELL' : 'BUY';
  const side = named?.side ?? bySign;
  if (side === bySign || isZero(signed) || isUnsigned(row, side)) return { side, quantity, status: 'BOOKED' };
  throw new RowFault(`quantity was ${quoteCell(signed)}, but buySell was ${quoteCell(side)}.`, 'quantity');
}

/** Whether a sale brought cash, so that its quantity was printed without sign. */
function isUnsigned(row: FlexRow, side: OrderSide): boolean {
  const cash = row.nonZero('proceeds') ?? row.nonZero('netCash');
  return side === 'SELL' && cash !== undefined && !isNegative(cash);
}

function readBuySell(row: FlexRow): { side: OrderSide; isCanceled: boolean } | undefined {
  const text = row.text('buySell');
  if (text === undefined) return undefined;
  const [, word, mark] = BUY_SELL.exec(text) ?? [];
  if (word === undefined)
    throw new RowFault(`buySell was ${quoteCell(text)}, neither BUY nor SELL.`, 'buySell');
  return { side: /^B/i.test(word) ? 'BUY' : 'SELL', isCanceled: mark !== undefined };
}
