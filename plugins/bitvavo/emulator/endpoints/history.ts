import Big from 'big.js';
import type { Endpoint } from '../endpoint.js';
import { integer, period } from '../parameters.js';
import { invalidParameter } from '../refusal.js';
import type { BitvavoBooking } from '../scenario.js';

/**
 * What can be asked for by type; items may be of other types, too, such as `manually_assigned_bitvavo`.
 *
 * @see https://docs.bitvavo.com/docs/rest-api/get-transaction-history/
 */
const TYPES = new Set([
  'buy',
  'sell',
  'deposit',
  'withdrawal',
  'staking',
  'fixed_staking',
  'affiliate',
  'distribution',
  'internal_transfer',
  'withdrawal_cancelled',
  'rebate',
  'loan',
  'external_transferred_funds',
  'manually_assigned',
]);

const history: Endpoint = {
  path: '/account/history',
  action: 'privateGetTransactionHistory',
  access: 'private',
  weight: 1,
  parameters: ['fromDate', 'toDate', 'page', 'maxItems', 'type'],
  view: (asked, { scenario }) => {
    const within = period(asked, 'fromDate', 'toDate');
    const type = asked.query.get('type');
    if (type !== null && !TYPES.has(type)) throw invalidParameter('type');
    const found = scenario.bookings
      .filter((booking) => within(booking.time) && (type ?? booking.type) === booking.type)
      .toSorted((one, other) => other.time - one.time);
    const maxItems = integer(asked, 'maxItems', { min: 1, max: 100, otherwise: 100 });
    const page = integer(asked, 'page', { min: 1, max: Number.MAX_SAFE_INTEGER, otherwise: 1 });
    const items = found.slice((page - 1) * maxItems, page * maxItems).map(toHistoryItem);
    return { items, currentPage: page, totalPages: Math.ceil(found.length / maxItems), maxItems };
  },
};

/**
 * The names of the members are documented, what they hold is not quite: it is taken that amounts have no sign (what left the
 * account was sent, what came in was received), that they include the fee, and that the id is that of the exported file.
 */
function toHistoryItem(booking: BitvavoBooking): Record<string, string> {
  const { quote, fee } = booking;
  const changes = [
    { symbol: booking.symbol, change: booking.change },
    ...(quote === undefined ? [] : [quote]),
  ];
  const sent = changes.find(({ change }) => change.startsWith('-'));
  const received = changes.find(({ change }) => !change.startsWith('-'));
  return {
    transactionId: booking.id,
    executedAt: new Date(booking.time).toISOString(),
    type: booking.type,
    ...(quote === undefined ? {} : { priceCurrency: quote.symbol, priceAmount: quote.price }),
    ...(sent === undefined
      ? {}
      : { sentCurrency: sent.symbol, sentAmount: new Big(sent.change).abs().toFixed() }),
    ...(received === undefined ? {} : { receivedCurrency: received.symbol, receivedAmount: received.change }),
    ...(fee === undefined ? {} : { feesCurrency: fee.symbol, feesAmount: fee.amount }),
    address: booking.address ?? '',
  };
}

export const historyEndpoints: readonly Endpoint[] = [history];
