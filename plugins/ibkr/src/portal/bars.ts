import { ProblemError, type Bar, type BarsRequest } from '@bourse/sdk';
import type { WireObject } from './wire-object.js';

const DAY = 86_400_000;
/** The longest period in days that may be asked for as such. */
const MOST_DAYS = 1_000;

/** Bars by the interval that the contract names. */
const BARS: Readonly<Record<string, string>> = {
  PT1M: '1min',
  PT5M: '5min',
  PT15M: '15min',
  PT30M: '30min',
  PT1H: '1h',
  P1D: '1d',
  P1W: '1w',
  P1M: '1m',
};

/** The query for bars that reach from now back to the beginning of the request. */
export function barsQuery(conid: string, { interval, from }: BarsRequest, now: number): string {
  const bar = BARS[interval];
  if (bar === undefined)
    throw new ProblemError({
      code: 'INVALID_REQUEST',
      message: `There are no bars of ${interval}, only: ${Object.keys(BARS).join(', ')}.`,
    });
  const days = Math.max(1, Math.ceil((now - Date.parse(from)) / DAY) + 1);
  const period = days <= MOST_DAYS ? `${days}d` : `${Math.ceil(days / 365)}y`;
  return String(new URLSearchParams({ conid, period, bar }));
}

/** Those of the answer that start in the span, oldest first. */
export function readBars(answer: WireObject, { from, to }: BarsRequest): Bar[] {
  const [first, end] = [Date.parse(from), Date.parse(to)];
  return answer
    .list('data')
    .filter((row) => row.milliseconds('t') >= first && row.milliseconds('t') < end)
    .map(toBar)
    .sort((one, other) => (one.start < other.start ? -1 : 1));
}

function toBar(row: WireObject): Bar {
  const volume = row.decimal('v');
  return {
    start: row.instant('t'),
    open: Number(row.neededDecimal('o')),
    high: Number(row.neededDecimal('h')),
    low: Number(row.neededDecimal('l')),
    close: Number(row.neededDecimal('c')),
    ...(volume === undefined ? {} : { volume: Number(volume) }),
  };
}
