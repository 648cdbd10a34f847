import { isCalendarDate, ProblemError, type CalendarDate, type ListQuery } from '@bourse/sdk';

/** No account is older. */
const FIRST_DAY = '2008-01-01';
const ZONE = 'Europe/Amsterdam';
/** Such as `2025-01-01` or `2025-01-01+5000`. */
const CURSOR = /^(\d{4}-\d{2}-\d{2})(?:\+(\d{1,9}))?$/;

/** Booking dates that are asked for together, both included; never more than a calendar year. */
export interface Window {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** What a page of a list is about: a window, and how many of its items came before. */
export interface Place {
  readonly window: Window;
  readonly offset: number;
}

/** Today as the site's clocks show it. */
function today(): CalendarDate {
  return Temporal.Instant.fromEpochMilliseconds(Date.now()).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/**
 * Where the asked page is; undefined where nothing can have been booked.
 *
 * @throws ProblemError INVALID_REQUEST for a cursor of something else
 */
export function placeOf({ since, until, cursor }: ListQuery): Place | undefined {
  const [, start, offset = '0'] = cursor === undefined ? [] : (CURSOR.exec(cursor) ?? []);
  if (cursor !== undefined && (start === undefined || !isCalendarDate(start))) throw cursorUnknown();
  const last = until === undefined || until > today() ? today() : until;
  const from = start ?? since ?? FIRST_DAY;
  if (from > last) return undefined;
  const endOfYear = `${from.slice(0, 4)}-12-31`;
  return { window: { from, to: endOfYear < last ? endOfYear : last }, offset: Number(offset) };
}

/** The cursor of the page behind `shown` items of so many in the window; undefined where it is the last. */
export function cursorBehind(
  { window, offset }: Place,
  { shown, total }: { readonly shown: number; readonly total: number },
  query: ListQuery,
): string | undefined {
  if (offset + shown < total) return `${window.from}+${offset + shown}`;
  const next = `${Number(window.to.slice(0, 4)) + 1}-01-01`;
  return placeOf({ ...query, cursor: next }) === undefined ? undefined : next;
}

/** As the reports of the site take dates: `31/12/2026`. */
export function toReportDates({ from, to }: Window): { fromDate: string; toDate: string } {
  return { fromDate: toReportDate(from), toDate: toReportDate(to) };
}

function toReportDate(date: CalendarDate): string {
  return date.split('-').reverse().join('/');
}

/** @throws ProblemError INVALID_REQUEST where a list of one page is asked for another */
export function refuseCursor({ cursor }: ListQuery): void {
  if (cursor !== undefined) throw cursorUnknown();
}

function cursorUnknown(): ProblemError {
  return new ProblemError({ code: 'INVALID_REQUEST', message: 'The cursor is not one of this list.' });
}
