import { isDecimal, type Decimal, type Quote } from '@bourse/sdk';
import type { JsonObject } from '../api/json.js';
import { malformed } from '../api/json.js';
import type { Market } from './markets.js';

const FIELDS = { bestBid: 'bid', bestAsk: 'ask', lastPrice: 'last' } as const;

type Prices = Partial<Record<(typeof FIELDS)[keyof typeof FIELDS], Decimal>>;

/** What is known of one market; an event tells only what has changed. */
export class Ticker {
  readonly #market: Market;
  readonly #prices: Prices = {};

  constructor(market: Market) {
    this.#market = market;
  }

  /** @throws ProblemError MALFORMED_RESPONSE where a price is none */
  take(event: JsonObject, at: string): Quote {
    for (const [name, field] of Object.entries(FIELDS)) {
      const value = event[name];
      if (value === undefined || value === null) continue;
      if (typeof value !== 'string' || !isDecimal(value))
        throw malformed(`"${name}" is no decimal text.`, `ticker.${name}`);
      this.#prices[field] = value;
    }
    return { ...this.#market, ...this.#prices, at, delay: 'REALTIME' };
  }
}
