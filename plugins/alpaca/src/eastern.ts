import type { CalendarDate, Instant } from '@bourse/sdk';

/** The zone of Alpaca's trading days. */
const ZONE = 'America/New_York';

/** The day in New York, which is Alpaca's own, of an instant. */
export function easternDate(instant: Instant): CalendarDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** An RFC 3339 time with any offset, in UTC with all its digits; undefined for anything else. */
export function toUtc(time: string): Instant | undefined {
  try {
    return Temporal.Instant.from(time).toString();
  } catch {
    return undefined;
  }
}

/** The day so many days after another. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
