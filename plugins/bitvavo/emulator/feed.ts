import type { Connection, Random } from '@bourse/sdk/emulator';
import Big from 'big.js';
import { candleAt, INTERVALS } from './endpoints/candles.js';
import { tradesOf } from './endpoints/trades.js';
import type { BitvavoBooking, BitvavoScenario } from './scenario.js';

/** What one connection listens to: `ticker BTC-EUR`, `candles BTC-EUR 1h`. */
export type Topics = Set<string>;

/** Moves the markets, and tells whoever listens. */
export class Feed {
  #scenario: BitvavoScenario;
  #now: () => number;
  #listeners = new Map<Connection, Topics>();
  #nonce = 0;

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
    this.#scenario.prices[market] = price;
    this.#nonce += 1;
    const bestBid = new Big(price).times('0.9995').round(5).toFixed();
    const bestAsk = new Big(price).times('1.0005').round(5).toFixed();
    this.#send(`ticker ${market}`, {
      event: 'ticker',
      market,
      bestBid,
      bestBidSize: '1',
      bestAsk,
      bestAskSize: '1',
      lastPrice: price,
    });
    const id = `00000000-0000-4000-8000-${String(this.#nonce).padStart(12, '0')}`;
    const timestamp = this.#now();
    this.#send(`trades ${market}`, { event: 'trade', timestamp, market, id, amount, price, side: 'buy' });
    const sides = { bids: [[bestBid, '1']], asks: [[bestAsk, '1']] };
    this.#send(`book ${market}`, { event: 'book', market, nonce: this.#nonce, ...sides });
    for (const interval of Object.keys(INTERVALS)) this.#sendCandle(market, interval);
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
    const length = INTERVALS[interval];
    const now = this.#now();
    if (length === undefined || !this.#isHeard(`candles ${market} ${interval}`)) return;
    const candle = candleAt(this.#scenario, market, { at: Math.floor(now / length) * length, length, now });
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
