import { json, type Answer, type Call } from '@bourse/sdk/emulator';
import { dataError } from '../errors.js';
import type { AlpacaWorld } from '../guard.js';
import { Refusal } from '../refusal.js';
import { easternDate } from '../scenario/eastern.js';
import type { Asset } from '../scenario/facts.js';
import { priceAt, round, splitFactor } from '../scenario/price.js';
import { tradingDays } from '../scenario/sessions.js';
import { checkFeed } from './feeds.js';
import { readTimeframe, type Timeframe } from './timeframe.js';

export const BAR_QUERY = [
  'symbols',
  'timeframe',
  'start',
  'end',
  'limit',
  'adjustment',
  'asof',
  'feed',
  'currency',
  'page_token',
  'sort',
] as const;

interface Bar {
  readonly t: string;
  readonly o: number;
  readonly h: number;
  readonly l: number;
  readonly c: number;
  readonly v: number;
  readonly n: number;
  readonly vw: number;
}

const LIMIT = 1000;
const LIMIT_MAX = 10_000;

/**
 * Bars of several symbols, by symbol, then by time. `limit` counts those of all symbols; a page ends anywhere.
 *
 * @see https://docs.alpaca.markets/reference/stockbars
 */
export function listBars(call: Call, world: AlpacaWorld): Answer {
  const { query } = call;
  checkFeed(query.get('feed'), world);
  const limit = Number(query.get('limit') ?? LIMIT);
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMIT_MAX)
    throw new Refusal(dataError(400, 'invalid limit'));
  const timeframe = readTimeframe(query.get('timeframe'));
  const all = readSymbols(call).flatMap((symbol) =>
    barsOf(call, world, symbol, timeframe).map((bar) => ({
      symbol,
      bar,
      token: tokenOf(symbol, timeframe, bar),
    })),
  );
  const given = query.get('page_token');
  const from = given === null ? 0 : all.findIndex(({ token }) => token === given) + 1;
  if (given !== null && from === 0) throw new Refusal(dataError(400, 'invalid page_token'));
  const page = all.slice(from, from + limit);
  const bars = Object.fromEntries(
    [...Map.groupBy(page, ({ symbol }) => symbol)].map(([symbol, own]) => [
      symbol,
      own.map(({ bar }) => bar),
    ]),
  );
  return json({ bars, next_page_token: from + limit < all.length ? (page.at(-1)?.token ?? null) : null });
}

export function readSymbols({ query }: Call): string[] {
  const symbols =
    query
      .get('symbols')
      ?.split(',')
      .filter((symbol) => symbol !== '') ?? [];
  if (symbols.length === 0) throw new Refusal(dataError(400, 'symbols is required'));
  const odd = symbols.find((symbol) => !/^[A-Z.]{1,8}$/.test(symbol));
  if (odd !== undefined) throw new Refusal(dataError(400, `invalid symbol: ${odd}`));
  return [...new Set(symbols)].toSorted();
}

function barsOf(
  { query }: Call,
  { scenario, now }: AlpacaWorld,
  symbol: string,
  timeframe: Timeframe,
): Bar[] {
  const asset = scenario.assets.find((one) => one.symbol === symbol && one.class === 'us_equity');
  if (asset === undefined) return [];
  const start = readTime(query.get('start'), 'start') ?? Date.parse(easternDate(now()));
  const end = Math.min(readTime(query.get('end'), 'end') ?? Infinity, now());
  const adjustment = query.get('adjustment') ?? 'raw';
  // The scenario's dividends are too small to show, so `all` is what `split` is.
  if (!['raw', 'split', 'dividend', 'all'].includes(adjustment))
    throw new Refusal(dataError(400, 'invalid adjustment'));
  const days = tradingDays(easternDate(start), easternDate(Math.max(start, end)), scenario.holidays);
  const bars = days
    .flatMap((day) => timeframe.spans(day))
    .filter((span) => span.start >= start && span.start <= end)
    .map((span) => toBar(asset, span, adjustment === 'raw' || adjustment === 'dividend'));
  return query.get('sort') === 'desc' ? bars.reverse() : bars;
}

function toBar(asset: Asset, span: { start: number; end: number }, isRaw: boolean): Bar {
  const factor = isRaw ? splitFactor(asset, span.start) : 1;
  const points = [0, 0.25, 0.5, 0.75, 0.999].map((part) =>
    round(priceAt(asset, span.start + (span.end - span.start) * part) * factor),
  );
  const volume = Math.round((span.end - span.start) / 977 / factor);
  return {
    t: new Date(span.start).toISOString().replace('.000Z', 'Z'),
    o: points[0] ?? 0,
    h: Math.max(...points),
    l: Math.min(...points),
    c: points.at(-1) ?? 0,
    v: volume,
    n: Math.ceil(volume / 50),
    vw: Number(((points[1] ?? 0) * 0.5 + (points[3] ?? 0) * 0.5).toFixed(6)),
  };
}

function tokenOf(symbol: string, { letter }: Timeframe, { t }: Bar): string {
  return btoa(`${symbol}|${letter}|${t.slice(0, -1)}.000000000Z`);
}

function readTime(text: string | null, name: string): number | undefined {
  if (text === null) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) throw new Refusal(dataError(400, `invalid ${name}: ${text}`));
  return time;
}
