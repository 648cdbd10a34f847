import {
  DEFAULT_ACCOUNT_ID,
  quoteCell,
  type Charge,
  type Decimal,
  type OrderSide,
  type TransactionDraft,
} from '@bourse/sdk';
import Big from 'big.js';
import { HOME_CURRENCY, isMoney, toCryptoAsset } from './assets.js';
import { rawOf, readTransactionId, sourceOf, type Booking } from './booking.js';
import type { BookingTime } from './booking-time.js';
import type { Entry } from './entry.js';
import { toCharge } from './fee.js';
import { RowError } from './row-error.js';
import type { RowFinding } from './row-finding.js';
import type { RowTrade } from './row-trade.js';
import { agree, grossBeforeAssetFee, grossFromSettled, grossOf } from './trade-sums.js';

/** One side of a swap. */
interface Leg {
  readonly part: 'asset' | 'quote';
  readonly symbol: string;
  readonly side: OrderSide;
  readonly quantity: Decimal;
}

/**
 * Books a trade of one crypto asset for another: two transactions with one link. No money moves but a fee in money,
 * and the history names no price in money, so the gross amounts are zero and have no price.
 *
 * @throws RowError where the settled amount contradicts the type of the row.
 */
export function toSwap(row: Entry, time: BookingTime, trade: RowTrade): Booking {
  const { side, asset, quantity, quote } = trade;
  const counterSide = side === 'BUY' ? 'SELL' : 'BUY';
  const legs: Leg[] = [
    { part: 'asset', symbol: asset, side, quantity },
    { part: 'quote', symbol: quote, side: counterSide, quantity: readCounterQuantity(row, trade) },
  ];
  return {
    transactions: legs.map((leg) => toTransaction(row, time, trade, leg)),
    findings: findConflict(trade),
  };
}

function readCounterQuantity(row: Entry, { side, settled }: RowTrade): Decimal {
  const isOutgoing = settled.startsWith('-');
  if (isOutgoing === (side === 'BUY') || new Big(settled).eq(0))
    return isOutgoing ? settled.slice(1) : settled;
  throw new RowError(
    `The row is a ${row.type}, but the settled amount was ${quoteCell(row.settledAmount)}.`,
    'settledAmount',
  );
}

function toTransaction(row: Entry, time: BookingTime, trade: RowTrade, leg: Leg): TransactionDraft {
  const currency = trade.fee !== undefined && isMoney(trade.fee.asset) ? trade.fee.asset : HOME_CURRENCY;
  const charges = chargesOf(trade, leg);
  return {
    accountId: DEFAULT_ACCOUNT_ID,
    instrument: toCryptoAsset(leg.symbol),
    side: leg.side,
    quantity: leg.quantity,
    currency,
    grossAmount: '0',
    charges,
    netAmount: { amount: feeEffect(charges), currency },
    ...(time.instant === undefined ? {} : { tradedAt: time.instant }),
    tradeDate: time.date,
    status: 'BOOKED',
    derived: ['currency', 'grossAmount', 'netAmount'],
    linkId: readTransactionId(row) ?? naturalLink(time, trade),
    source: sourceOf(row, time, leg.part),
    raw: rawOf(row),
  };
}

/** The fee belongs to the leg in its asset, whose quantity holds it, else to the asset that was traded. */
function chargesOf({ fee, quote }: RowTrade, leg: Leg): Charge[] {
  if (fee === undefined) return [];
  const part = fee.asset === quote ? 'quote' : 'asset';
  return part === leg.part ? [toCharge(fee, 'COMMISSION', fee.asset === leg.symbol)] : [];
}

function feeEffect(charges: readonly Charge[]): Decimal {
  const [charge] = charges;
  return charge !== undefined && 'money' in charge ? new Big(charge.money.amount).times(-1).toFixed() : '0';
}

/** What both legs share where the row has no id. */
function naturalLink(time: BookingTime, { asset, quantity, quote, settled }: RowTrade): string {
  return [time.date, time.printedTime ?? '', asset, quantity, quote, settled].join(' ');
}

/** One unit of the last decimal place that crypto assets are booked with. */
const SMALLEST_UNIT = '0.00000001';

function findConflict(trade: RowTrade): RowFinding[] {
  const settled = grossFromSettled(trade);
  const candidates = [grossOf(trade), grossBeforeAssetFee(trade)].filter((gross) => gross !== undefined);
  const [gross] = candidates;
  if (gross === undefined || candidates.some((each) => agree(each, settled, trade, SMALLEST_UNIT))) return [];
  return [
    {
      code: 'IDENTITY_BROKEN',
      column: 'settledAmount',
      message: `${trade.quantity} ${trade.asset} at ${trade.price ?? ''} ${trade.quote} is ${gross.toFixed()}, but ${settled.toFixed()} ${trade.quote} without the fee was settled.`,
      remedy: 'Compare the trade with the one that Bitvavo shows; the settled amount was booked.',
    },
  ];
}
