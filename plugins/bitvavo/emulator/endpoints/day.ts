import Big from 'big.js';
import type { Endpoint } from '../endpoint.js';
import { betweenIds, integer, knownMarket, period } from '../parameters.js';
import type { BitvavoScenario } from '../scenario.js';
import { bestOf, eachMarket } from './book.js';
import { candleAt } from './candles.js';
import { uuidOf } from './uuid.js';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
/** Somebody trades every ten minutes. */
const PACE_MS = 10 * MINUTE_MS;

const ticker24h: Endpoint = {
  path: '/ticker/24h',
  action: 'getTicker24h',
  access: 'public',
  weight: ({ query }) => (query.has('market') ? 1 : 25),
  parameters: ['market'],
  view: (asked, world) => eachMarket(asked, world, (market) => dayOf(world.scenario, market, world.now())),
};

/** What everybody traded within the last 24 hours, the newest first. */
const marketTrades: Endpoint = {
  path: '/:market/trades',
  action: 'getTrades',
  access: 'public',
  weight: 5,
  parameters: ['limit', 'start', 'end', 'tradeIdFrom', 'tradeIdTo'],
  view: (asked, { scenario, now }) => {
    const market = knownMarket(asked, scenario);
    const within = period(asked, 'start', 'end');
    const limit = integer(asked, 'limit', { min: 1, max: 1000, otherwise: 500 });
    const ids = { from: asked.query.get('tradeIdFrom'), to: asked.query.get('tradeIdTo') };
    return betweenIds(tradesOfDay(scenario, market, now()), ({ id }) => id, ids)
      .filter(({ timestamp }) => within(timestamp))
      .slice(0, limit);
  },
};

/** A market over the last 24 hours, as REST and WebSocket tell it. */
export function dayOf(scenario: BitvavoScenario, market: string, now: number): Record<string, unknown> {
  const at = Math.floor((now - DAY_MS) / MINUTE_MS) * MINUTE_MS;
  const [, open, high, low, , volume] = candleAt(scenario, market, { at, length: DAY_MS, now });
  const last = scenario.prices[market] ?? '0';
  return {
    market,
    startTimestamp: now - DAY_MS,
    timestamp: now,
    open,
    openTimestamp: at + MINUTE_MS,
    high,
    low,
    last,
    closeTimestamp: Math.floor(now / PACE_MS) * PACE_MS,
    ...bestOf(scenario, market),
    volume,
    volumeQuote: new Big(volume).times(last).toFixed(),
  };
}

function tradesOfDay(
  scenario: BitvavoScenario,
  market: string,
  now: number,
): { id: string; timestamp: number; amount: string; price: string; side: string }[] {
  const newest = Math.floor(now / PACE_MS) * PACE_MS;
  return Array.from({ length: DAY_MS / PACE_MS }, (_, index) => newest - index * PACE_MS).map(
    (timestamp) => ({
      id: uuidOf(`trade ${market} ${timestamp}`),
      timestamp,
      amount: '0.01',
      price: candleAt(scenario, market, { at: timestamp, length: MINUTE_MS, now })[1],
      side: (timestamp / PACE_MS) % 2 === 0 ? 'buy' : 'sell',
    }),
  );
}

export const dayEndpoints: readonly Endpoint[] = [ticker24h, marketTrades];
