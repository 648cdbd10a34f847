import { quoteCell } from '@bourse/sdk';
import type { Entry } from '../../statement/entry.js';
import { RowError } from '../../statement/row-error.js';
import { TRADE_SIDES } from '../../statement/to-trade.js';
import type { HistoryItem } from './history-item.js';

/** The most characters of one text that a record keeps as it came. */
const RAW_MAX = 512;

/** One change of a balance, signed. */
interface Change {
  readonly currency: string;
  readonly amount: string;
}

/**
 * The booking as the exported history writes it.
 *
 * @throws RowError where what was sent and received does not fit the type
 */
export function toEntry(item: HistoryItem): Entry {
  const { type = '' } = item;
  const { own, counter } = changesOf(item, type);
  return {
    timezone: 'UTC',
    date: '',
    time: item.executedAt ?? '',
    type,
    currency: own.currency,
    amount: own.amount,
    quoteCurrency: item.priceCurrency ?? '',
    quotePrice: item.priceAmount ?? '',
    settledCurrency: counter?.currency ?? '',
    settledAmount: counter?.amount ?? '',
    feeCurrency: item.feesCurrency ?? '',
    feeAmount: item.feesAmount ?? '',
    // The history of the API tells of bookings alone.
    status: 'completed',
    transactionId: item.transactionId ?? '',
    address: item.address ?? '',
    raw: Object.fromEntries(Object.entries(item).map(([name, text]) => [name, text.slice(0, RAW_MAX)])),
  };
}

/** A purchase is what was received, a sale what was sent; the other side of both is what was paid. */
function changesOf(item: HistoryItem, type: string): { own: Change; counter: Change | undefined } {
  const sent = changeOf(item.sentCurrency, item.sentAmount, '-');
  const received = changeOf(item.receivedCurrency, item.receivedAmount, '');
  const side = TRADE_SIDES.get(type);
  const own = side === 'SELL' || (side === undefined && received === undefined) ? sent : received;
  const counter = own === sent ? received : sent;
  if (own === undefined) throw new RowError('The booking names no amount.', 'amount');
  if (side === undefined && counter !== undefined)
    throw new RowError(`A ${quoteCell(type)} cannot both send and receive.`, 'amount');
  return { own, counter };
}

function changeOf(
  currency: string | undefined,
  amount: string | undefined,
  sign: '-' | '',
): Change | undefined {
  if (currency === undefined || amount === undefined || amount === '') return undefined;
  if (amount.startsWith('-')) throw new RowError(`The amount was ${quoteCell(amount)}.`, 'amount');
  return { currency, amount: sign + amount };
}
