import { json } from '@bourse/sdk/emulator';
import { withOffset } from '../scenario/local-time.js';
import { tradesOf, type Trade } from '../scenario/trades.js';
import { guarded } from '../session/authorize.js';
import type { Route } from '../world.js';
import { isWithin, periodOf } from './period.js';

export const orderHistoryRoutes: readonly Route[] = [
  {
    name: 'orderHistory',
    method: 'GET',
    path: '/portfolio-reports/secure/v4/order-history',
    answer: guarded({ session: 'query', account: 'query' }, (call, { scenario }) => {
      const period = periodOf(call);
      // Corporate actions are booked as trades, but nobody ordered them.
      const ordered = tradesOf(scenario).filter(({ action }) => action === undefined);
      return json({ data: ordered.filter(({ booking }) => isWithin(period, booking.at)).map(toOrder) });
    }),
  },
];

/** An order that was filled at once, as a whole. */
function toOrder({ booking, product, side, quantity, price }: Trade): object {
  const at = withOffset(booking.at);
  return {
    created: at,
    orderId: booking.orderId,
    productId: Number(product.id),
    size: Number(quantity),
    price: Number(price),
    buysell: side === 'Buy' ? 'B' : 'S',
    orderTypeId: 0,
    orderTimeTypeId: 1,
    stopPrice: 0,
    currentTradedSize: Number(quantity),
    totalTradedSize: Number(quantity),
    type: 'CREATE',
    status: 'CONFIRMED',
    last: at,
    isActive: false,
  };
}
