import type { Connection, Random } from '@bourse/sdk/emulator';
import Big from 'big.js';
import { bestOf, bookAt, changesOf } from './endpoints/book.js';
import { candleAt } from './endpoints/candles.js';
import { dayOf } from './endpoints/day.js';
import { INTERVALS, intervalAt } from './endpoints/intervals.js';
import { tradesOf } from './endpoints/trades.js';
import type { BitvavoBooking, BitvavoScenario } from './scenario.js';

/** What one connection listens to: `ticker BTC-EUR`, `candles BTC-EUR 1h`. */
export type Topics = Set<string>;

/** Moves the markets, and tells whoever listens. */
export class Feed {
  #scenario: BitvavoScenario;
  #now: () => number;
  #listeners = new Map<Connection, Topics>();
  #trades = 0;
  #nonces = new Map<string, number>();

  constructor(scenario: BitvavoScenario, now: () => number) {
    this.#scenario = scenario;
    this.#now = now;
  }

  /** @returns what the connection listens to, to be filled */
  join(connection: Connection): Topics {
    const topics: Topics = new Set();
    this.#listeners.set(connection, topics);
    return topics;
  }

  leave(connection: Connection): void {
    this.#listeners.delete(connection);
  }

  /** How often the book of a market has changed. */
  nonceOf(market: string): number {
    return this.#nonces.get(market) ?? 0;
  }

  /** Somebody else trades in each market that is listened to, at a price up to 0.1 % away from the last one. */
  beat(random: Random): void {
    const heard = new Set([...this.#listeners.values()].flatMap((topics) => [...topics].map(marketOf)));
    for (const [market, price] of Object.entries(this.#scenario.prices)) {
      if (!heard.has(market)) continue;
      const factor = 0.999 + random.below(2_001) / 1_000_000;
      this.tick(market, new Big(price).times(factor.toFixed(6)).prec(5).toFixed());
    }
  }

  /** Somebody else trades: ticker, trade, book and candle events go out, and the last price is this. */
  tick(market: string, price: string, amount = '0.01'): void {
    const before = bookAt(this.#scenario.prices[market] ?? price);
    const book = bookAt(price);
    this.#scenario.prices[market] = price;
    this.#trades += 1;
    this.#nonces.set(market, this.nonceOf(market) + 1);
    const { bid, bidSize, ask, askSize } = bestOf(this.#scenario, market);
    this.#send(`ticker ${market}`, {
      event: 'ticker',
      market,
      bestBid: bid,
      bestBidSize: bidSize,
      bestAsk: ask,
      bestAskSize: askSize,
      lastPrice: price,
    });
    const id = `00000000-0000-4000-8000-${String(this.#trades).padStart(12, '0')}`;
    const timestamp = this.#now();
    this.#send(`trades ${market}`, { event: 'trade', timestamp, market, id, amount, price, side: 'buy' });
    this.#send(`book ${market}`, {
      event: 'book',
      market,
      nonce: this.nonceOf(market),
      bids: changesOf(before.bids, book.bids),
      asks: changesOf(before.asks, book.asks),
    });
    this.#send(`ticker24h ${market}`, {
      event: 'ticker24h',
      data: [dayOf(this.#scenario, market, timestamp)],
    });
    for (const interval of INTERVALS) this.#sendCandle(market, interval);
  }

  /** The account trades: the booking becomes part of the scenario, and the `account` channel tells of the fill. */
  fill(booking: BitvavoBooking): void {
    this.#scenario.bookings.push(booking);
    const trade = tradesOf(this.#scenario).find(({ id }) => id === booking.id);
    if (trade === undefined) return;
    const { id: fillId, settled: _, ...fields } = trade;
    this.#send(`account ${trade.market}`, { event: 'fill', fillId, ...fields });
  }

  #sendCandle(market: string, interval: string): void {
    const now = this.#now();
    if (!this.#isHeard(`candles ${market} ${interval}`)) return;
    const candle = candleAt(this.#scenario, market, { ...intervalAt(interval, now), now });
    this.#send(`candles ${market} ${interval}`, { event: 'candle', market, interval, candle: [candle] });
  }

  #isHeard(topic: string): boolean {
    return this.#listeners.values().some((topics) => topics.has(topic));
  }

  #send(topic: string, event: unknown): void {
    for (const [connection, topics] of this.#listeners) {
      if (topics.has(topic)) connection.sendJson(event);
    }
  }
}

/** The market of a topic, which is its second word. */
function marketOf(topic: string): string {
  return topic.split(' ')[1] ?? '';
}
