import { ProblemError, type Bar, type BarsRequest, type Page } from '@bourse/sdk';
import type { BitvavoClient } from '../api/client.js';
import { malformed, readList } from '../api/json.js';
import { strangeCursor } from '../history/history-pages.js';
import { requireMarket } from './markets.js';

const MINUTE_MS = 60_000;
const MAX_CANDLES = 1440;

/** What Bitvavo calls intervals, by their minutes. */
const INTERVALS: ReadonlyMap<number, string> = new Map([
  [1, '1m'],
  [5, '5m'],
  [15, '15m'],
  [30, '30m'],
  [60, '1h'],
  [120, '2h'],
  [240, '4h'],
  [360, '6h'],
  [480, '8h'],
  [720, '12h'],
  [1440, '1d'],
]);

const MINUTES_OF: Readonly<Record<string, number>> = { TM: 1, TH: 60, D: 1440 };

/**
 * One page of candles, oldest first. Bitvavo has the newest first and at most 1440 of them, so a page is a span of
 * intervals; those in which nobody traded are missing. It is asked for from the start of an interval to the end of
 * one, as the documentation demands; the candle that begins with that end may be among the answer.
 *
 * @see https://docs.bitvavo.com/docs/rest-api/get-candlestick-data/
 */
export async function readCandles(client: BitvavoClient, request: BarsRequest): Promise<Page<Bar>> {
  const market = requireMarket(request.instrument);
  const minutes = minutesOf(request.interval);
  const to = Date.parse(request.to);
  const start = request.cursor === undefined ? Date.parse(request.from) : readStart(request.cursor);
  const interval = minutes * MINUTE_MS;
  const first = Math.floor(start / interval) * interval;
  const next = Math.min(to, first + (MAX_CANDLES - 1) * interval);
  if (start >= next) return { items: [] };
  const answer = await client.get(`/${market}/candles`, {
    interval: INTERVALS.get(minutes),
    start: first,
    end: Math.ceil(next / interval) * interval,
    limit: MAX_CANDLES,
  });
  const candles = readList(answer, 'candles').map(readCandle);
  return {
    items: candles
      .filter(({ at }) => at >= start && at < next)
      .map(({ bar }) => bar)
      .reverse(),
    ...(next < to ? { cursor: String(next) } : {}),
  };
}

/** @throws ProblemError INVALID_REQUEST for an interval that Bitvavo does not have */
function minutesOf(interval: string): number {
  const [, time = '', count = '', unit = ''] = /^P(T?)(\d+)([A-Z])$/.exec(interval) ?? [];
  const minutes = Number(count) * (MINUTES_OF[time + unit] ?? Number.NaN);
  if (INTERVALS.has(minutes)) return minutes;
  throw new ProblemError({
    code: 'INVALID_REQUEST',
    message: `There are no candles of ${interval}.`,
    remedy: 'Ask for PT1M, PT5M, PT15M, PT30M, PT1H, PT2H, PT4H, PT6H, PT8H, PT12H or P1D.',
  });
}

/** Where the next page begins, in milliseconds. */
function readStart(cursor: string): number {
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw strangeCursor();
}

/** Start in milliseconds, then open, high, low, close and volume as texts. */
function readCandle(value: unknown): { readonly at: number; readonly bar: Bar } {
  const [at, ...texts] = readList(value, 'candles');
  const [open, high, low, close, volume] = texts.map(Number);
  if (typeof at !== 'number' || texts.length !== 5 || !isPrices(open, high, low, close, volume))
    throw malformed('a candle has no time and five numbers.', 'candles');
  const start = new Date(at).toISOString();
  return {
    at,
    bar: { start, open: open ?? 0, high: high ?? 0, low: low ?? 0, close: close ?? 0, volume: volume ?? 0 },
  };
}

function isPrices(...numbers: readonly (number | undefined)[]): boolean {
  return numbers.every((number) => Number.isFinite(number));
}
