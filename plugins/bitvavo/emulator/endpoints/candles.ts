import Big from 'big.js';
import type { Endpoint } from '../endpoint.js';
import { integer, knownMarket, period } from '../parameters.js';
import { invalidParameter, missingParameter } from '../refusal.js';
import type { BitvavoScenario } from '../scenario.js';
import { INTERVALS, intervalAt } from './intervals.js';
import { tradesOf } from './trades.js';

const MINUTE_MS = 60_000;
const MAX_CANDLES = 1440;

/** Start in milliseconds, open, high, low, close, volume. */
export type Candle = [number, string, string, string, string, string];

const candles: Endpoint = {
  path: '/:market/candles',
  action: 'getCandles',
  access: 'public',
  weight: 1,
  parameters: ['interval', 'limit', 'start', 'end'],
  view: (asked, { scenario, now }) => {
    const market = knownMarket(asked, scenario);
    const interval = asked.query.get('interval');
    if (interval === null) throw missingParameter('interval');
    if (!INTERVALS.includes(interval)) throw invalidParameter('interval');
    const within = period(asked, 'start', 'end');
    const limit = integer(asked, 'limit', { min: 1, max: MAX_CANDLES, otherwise: MAX_CANDLES });
    const end = Math.min(now(), Number(asked.query.get('end') ?? now()));
    const found: Candle[] = [];
    const first = firstTime(scenario);
    for (
      let { at, length } = intervalAt(interval, end);
      at >= first && found.length < limit;
      { at, length } = intervalAt(interval, at - 1)
    ) {
      if (!within(at)) break;
      if (!isQuiet(scenario, at, length)) found.push(candleAt(scenario, market, { at, length, now: now() }));
    }
    return found;
  },
};

/** The candle that begins at a time; the same each time it is asked for. */
export function candleAt(
  scenario: BitvavoScenario,
  market: string,
  { at, length, now }: { readonly at: number; readonly length: number; readonly now: number },
): Candle {
  const open = priceAt(scenario, market, at, now);
  const close = priceAt(scenario, market, Math.min(at + length, now), now);
  const [low, high] = open.lt(close) ? [open, close] : [close, open];
  const volume = new Big(((at / MINUTE_MS) % 97) + 1).div(8);
  const print = (price: Big): string => price.round(5).toFixed();
  return [
    at,
    print(open),
    print(high.times('1.002')),
    print(low.times('0.998')),
    print(close),
    volume.toFixed(),
  ];
}

/** On a straight line from one trade of the account to the next, and to the last price now. */
function priceAt(scenario: BitvavoScenario, market: string, at: number, now: number): Big {
  const known = tradesOf(scenario)
    .filter((trade) => trade.market === market)
    .map((trade) => ({ time: trade.timestamp, price: new Big(trade.price) }))
    .reverse();
  known.push({ time: now, price: new Big(scenario.prices[market] ?? 0) });
  const next = known.findIndex(({ time }) => time >= at);
  const after = known[next] ?? known.at(-1);
  const before = known[next - 1] ?? after;
  if (after === undefined || before === undefined) return new Big(0);
  if (after.time === before.time) return after.price;
  const share = new Big(at - before.time).div(after.time - before.time);
  return before.price.plus(after.price.minus(before.price).times(share));
}

function isQuiet({ quiet }: BitvavoScenario, at: number, length: number): boolean {
  return quiet.some(({ from, to }) => at >= from && at + length <= to);
}

/** No market is older than the account. */
function firstTime({ bookings }: BitvavoScenario): number {
  return bookings[0]?.time ?? Number.POSITIVE_INFINITY;
}

export const candleEndpoints: readonly Endpoint[] = [candles];
