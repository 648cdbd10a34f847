import {
  DEFAULT_ACCOUNT_ID,
  isDecimal,
  type Decimal,
  type OrderSide,
  type TransactionDraft,
} from '@bourse/sdk';
import Big from 'big.js';
import { isMoney, toCryptoAsset } from './assets.js';
import { rawOf, sourceOf, type Booking } from './booking.js';
import type { BookingTime } from './booking-time.js';
import type { Entry } from './entry.js';
import { toCharge } from './fee.js';
import { RowError } from './row-error.js';
import { readTrade, type RowTrade } from './row-trade.js';
import { toSwap } from './to-swap.js';
import { agree, grossBeforeAssetFee, grossFromSettled, grossOf } from './trade-sums.js';

/** The sides of the types that are trades. */
export const TRADE_SIDES: ReadonlyMap<string, OrderSide> = new Map<string, OrderSide>([
  ['buy', 'BUY'],
  ['sell', 'SELL'],
]);

/**
 * Books a purchase or sale: one transaction, or two where one crypto asset was paid with another. The settled amount
 * is the booked money; a fee in the same currency is part of it.
 *
 * @throws RowError where a cell cannot be read or contradicts another.
 */
export function toTrade(row: Entry, time: BookingTime, side: OrderSide): Booking {
  const read = readTrade(row, side);
  if (!isMoney(read.quote)) return toSwap(row, time, read);
  const trade = withSign(read);
  const { asset, quantity, quote, settled, fee } = trade;
  const transaction: TransactionDraft = {
    accountId: DEFAULT_ACCOUNT_ID,
    instrument: toCryptoAsset(asset),
    side,
    quantity,
    ...grossAndPrice(trade),
    currency: quote,
    charges: fee === undefined ? [] : [toCharge(fee, 'COMMISSION', fee.asset === asset)],
    netAmount: { amount: settled, currency: quote },
    ...(time.instant === undefined ? {} : { tradedAt: time.instant }),
    tradeDate: time.date,
    status: 'BOOKED',
    source: sourceOf(row, time),
    raw: rawOf(row),
  };
  return { transactions: [transaction] };
}

/** The tolerance of money, in which all quotes have two decimal places. */
const CENT = '0.01';

/**
 * A purchase is paid for and a sale brings money, whatever sign another program left of it; only a sale of less than its fee
 * costs, as the sum with its sign shows.
 */
function withSign(trade: RowTrade): RowTrade {
  const { side, settled } = trade;
  const isPaid = settled.startsWith('-');
  if (isPaid === (side === 'BUY') || new Big(settled).eq(0) || isSumRight(trade)) return trade;
  return { ...trade, settled: isPaid ? settled.slice(1) : `-${settled}` };
}

function isSumRight(trade: RowTrade): boolean {
  const settled = grossFromSettled(trade);
  const gross = grossOf(trade);
  return gross === undefined ? settled.gte(0) : agree(gross, settled, trade, CENT);
}

/** Decimal places of a price that is computed from what was paid. */
const DERIVED_PRICE_DECIMALS = 12;

function grossAndPrice(trade: RowTrade): Pick<TransactionDraft, 'grossAmount' | 'price' | 'derived'> {
  const { quantity, price } = trade;
  const settled = grossFromSettled(trade);
  const gross = grossOf(trade);
  if (gross === undefined || price === undefined) {
    return { grossAmount: toGrossAmount(settled), derived: ['grossAmount'] };
  }
  const beforeFee = grossBeforeAssetFee(trade);
  const hidesFee = beforeFee !== undefined && agree(beforeFee, settled, trade, CENT);
  if (hidesFee && !agree(gross, settled, trade, CENT) && !new Big(quantity).eq(0)) {
    const allIn = settled.div(quantity).round(DERIVED_PRICE_DECIMALS, Big.roundHalfEven);
    return { price: allIn.toFixed(), grossAmount: toGrossAmount(settled), derived: ['price', 'grossAmount'] };
  }
  return { price, grossAmount: toGrossAmount(gross), derived: ['grossAmount'] };
}

function toGrossAmount(amount: Big): Decimal {
  const text = amount.toFixed();
  if (isDecimal(text) && !text.startsWith('-')) return text;
  throw new RowError('Quantity, price, fee and settled amount contradict each other.', 'settledAmount');
}
