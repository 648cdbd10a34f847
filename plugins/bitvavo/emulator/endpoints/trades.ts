import Big from 'big.js';
import type { Endpoint } from '../endpoint.js';
import { betweenIds, integer, period, requiredMarket } from '../parameters.js';
import type { BitvavoBooking, BitvavoScenario } from '../scenario.js';
import { uuidOf } from './uuid.js';

/** A trade as `/trades` tells it. */
export interface BitvavoTrade {
  readonly id: string;
  readonly orderId: string;
  readonly clientOrderId: string;
  readonly timestamp: number;
  readonly market: string;
  readonly side: string;
  readonly amount: string;
  readonly price: string;
  readonly taker: boolean;
  readonly fee: string;
  readonly feeCurrency: string;
  readonly settled: boolean;
}

const trades: Endpoint = {
  path: '/trades',
  action: 'privateGetTrades',
  access: 'private',
  weight: 5,
  parameters: ['market', 'limit', 'start', 'end', 'tradeIdFrom', 'tradeIdTo'],
  view: (asked, { scenario }) => {
    const market = requiredMarket(asked, scenario);
    const within = period(asked, 'start', 'end');
    const limit = integer(asked, 'limit', { min: 1, max: 1000, otherwise: 500 });
    const ids = { from: asked.query.get('tradeIdFrom'), to: asked.query.get('tradeIdTo') };
    const found = tradesOf(scenario).filter((trade) => trade.market === market);
    return betweenIds(found, ({ id }) => id, ids)
      .filter(({ timestamp }) => within(timestamp))
      .slice(0, limit);
  },
};

/** All trades of the account, newest first. */
export function tradesOf({ bookings }: BitvavoScenario): BitvavoTrade[] {
  return bookings
    .flatMap((booking) => (booking.quote === undefined ? [] : [toTrade(booking, booking.quote)]))
    .toSorted((one, other) => other.timestamp - one.timestamp);
}

function toTrade(booking: BitvavoBooking, quote: NonNullable<BitvavoBooking['quote']>): BitvavoTrade {
  return {
    id: booking.id,
    orderId: uuidOf(`order ${booking.id}`),
    clientOrderId: '',
    timestamp: booking.time,
    market: `${booking.symbol}-${quote.symbol}`,
    side: booking.type,
    amount: new Big(booking.change).abs().toFixed(),
    price: quote.price,
    taker: true,
    fee: booking.fee?.amount ?? '0',
    feeCurrency: booking.fee?.symbol ?? quote.symbol,
    settled: true,
  };
}

export const tradeEndpoints: readonly Endpoint[] = [trades];
