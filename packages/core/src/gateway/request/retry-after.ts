import { LONGEST_PAUSE_MS } from '../budget/index.js';
import { headerValues, type Header } from './header.js';

/** Where it does not say how long. */
const UNSAID: Readonly<Record<number, number>> = { 418: 120_000, 429: 10_000 };

/**
 * Until when an answer wants no further request, in milliseconds since 1970; undefined where it does not mind. 418 is
 * what some say to whom they have shut out; 503 only where it says how long.
 */
export function pauseAfter(status: number, headers: readonly Header[], now: number): number | undefined {
  if (status !== 429 && status !== 418 && status !== 503) return undefined;
  const said = retryAfter(headers, now) ?? (status === 503 ? undefined : resetAt(headers, now));
  const unsaid = UNSAID[status];
  const until = said ?? (unsaid === undefined ? undefined : now + unsaid);
  return until === undefined ? undefined : Math.min(until, now + LONGEST_PAUSE_MS);
}

/** RFC 9110: seconds, or a date. */
function retryAfter(headers: readonly Header[], now: number): number | undefined {
  const [text = ''] = headerValues(headers, 'retry-after').map((value) => value.trim());
  if (/^\d{1,10}$/.test(text)) return now + Number(text) * 1000;
  const date = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(date, now);
}

/** A widespread header without a standard; only where it is plainly a time, in seconds or milliseconds since 1970. */
function resetAt(headers: readonly Header[], now: number): number | undefined {
  const [text = ''] = headerValues(headers, 'x-ratelimit-reset').map((value) => value.trim());
  const number = /^\d{10}(?:\d{3})?$/.test(text) ? Number(text) : Number.NaN;
  const instant = text.length === 10 ? number * 1000 : number;
  return instant >= now && instant <= now + LONGEST_PAUSE_MS ? instant : undefined;
}
