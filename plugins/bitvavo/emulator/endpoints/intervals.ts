const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/** Milliseconds of each interval; months have their own. */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['1m', MINUTE_MS],
  ['5m', 5 * MINUTE_MS],
  ['15m', 15 * MINUTE_MS],
  ['30m', 30 * MINUTE_MS],
  ['1h', 60 * MINUTE_MS],
  ['2h', 120 * MINUTE_MS],
  ['4h', 240 * MINUTE_MS],
  ['6h', 360 * MINUTE_MS],
  ['8h', 480 * MINUTE_MS],
  ['12h', 720 * MINUTE_MS],
  ['1d', DAY_MS],
  ['1W', 7 * DAY_MS],
]);
const MONTH = '1M';
/** 1970 began on a Thursday, weeks do on Monday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

export const INTERVALS: readonly string[] = [...LENGTHS.keys(), MONTH];

/** The interval around a moment, in UTC: where it begins and its length. */
export function intervalAt(name: string, time: number): { readonly at: number; readonly length: number } {
  if (name === MONTH) {
    const date = new Date(time);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    const at = Date.UTC(year, month);
    return { at, length: Date.UTC(year, month + 1) - at };
  }
  const length = LENGTHS.get(name) ?? DAY_MS;
  const offset = name === '1W' ? FIRST_MONDAY_MS : 0;
  return { at: Math.floor((time - offset) / length) * length + offset, length };
}
