import Big from 'big.js';
import type { Asked, BitvavoWorld, Endpoint } from '../endpoint.js';
import { integer, knownMarket, optionalMarket } from '../parameters.js';
import type { BitvavoScenario } from '../scenario.js';

/** Prices and amounts, the best price first. */
export type Levels = [price: string, amount: string][];

export interface Book {
  readonly bids: Levels;
  readonly asks: Levels;
}

const DEPTH = 3;
const MAX_DEPTH = 1000;

/** The book around the last price: each level is 0.05 % away from the one before. */
export function bookAt(price: string): Book {
  const side = (sign: 1 | -1): Levels =>
    Array.from({ length: DEPTH }, (_, index) => {
      const factor = new Big('0.0005').times(sign * (index + 1)).plus(1);
      return [new Big(price).times(factor).round(5).toFixed(), '1'];
    });
  return { bids: side(-1), asks: side(1) };
}

/** What turns one side of the book into the other: an amount of 0 takes a level away. */
export function changesOf(before: Levels, after: Levels): Levels {
  const gone = before.filter(([price]) => !after.some(([other]) => other === price));
  return [...after, ...gone.map(([price]): [string, string] => [price, '0'])];
}

const book: Endpoint = {
  path: '/:market/book',
  action: 'getBook',
  access: 'public',
  weight: 1,
  parameters: ['depth'],
  view: (asked, { scenario, state, now }) => {
    const market = knownMarket(asked, scenario);
    const depth = integer(asked, 'depth', { min: 1, max: MAX_DEPTH, otherwise: MAX_DEPTH });
    const { bids, asks } = bookAt(scenario.prices[market] ?? '0');
    return {
      market,
      nonce: state.feed.nonceOf(market),
      bids: bids.slice(0, depth),
      asks: asks.slice(0, depth),
      timestamp: now(),
    };
  },
};

const tickerBook: Endpoint = {
  path: '/ticker/book',
  action: 'getTickerBook',
  access: 'public',
  weight: 1,
  parameters: ['market'],
  view: (asked, world) =>
    eachMarket(asked, world, (market) => ({ market, ...bestOf(world.scenario, market) })),
};

/** The view of the market that is asked for, or a list of all markets. */
export function eachMarket(
  asked: Asked,
  { scenario }: BitvavoWorld,
  view: (market: string) => Record<string, unknown>,
): unknown {
  const market = optionalMarket(asked, scenario);
  return market === undefined ? Object.keys(scenario.prices).map(view) : view(market);
}

/** The best bid and ask of a market. */
export function bestOf({ prices }: BitvavoScenario, market: string): Record<string, string | undefined> {
  const { bids, asks } = bookAt(prices[market] ?? '0');
  return { bid: bids[0]?.[0], bidSize: bids[0]?.[1], ask: asks[0]?.[0], askSize: asks[0]?.[1] };
}

// The first one also fits the path of the second.
export const bookEndpoints: readonly Endpoint[] = [tickerBook, book];
