const DAY_MS = 86_400_000;

/** Days before the last sync that are asked for again: bookings come late, and are corrected. */
const OVERLAP_DAYS = 7;

/** Dividends and other cash are booked, corrected and taken back weeks later. */
const LONG_OVERLAP_DAYS = 35;

const LONG: ReadonlySet<string> = new Set(['cashMovements', 'transfers', 'dividends', 'corporateActions']);

/** The first booking date that a list is asked for; undefined: all. */
export function sinceOf(list: string, doneUntil: string | undefined): string | undefined {
  if (doneUntil === undefined) return undefined;
  return addDays(doneUntil, LONG.has(list) ? -LONG_OVERLAP_DAYS : -OVERLAP_DAYS);
}

/** The calendar date so many days later. */
export function addDays(date: string, days: number): string {
  return dayOf(Date.parse(date) + days * DAY_MS);
}

/** The calendar date in UTC. */
export function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
