/** A calendar date `YYYY-MM-DD` in the institution's own calendar; never derived from a UTC instant. */
export type CalendarDate = string;

/** A point in time in UTC with `Z`, for example `2024-03-01T09:30:00Z`; fractions of a second are allowed. */
export type Instant = string;

const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT_PATTERN = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

/** Tells whether `text` is a date that exists in the (proleptic Gregorian) calendar. */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = DATE_PATTERN.exec(text);
  if (match === null) return false;
  const [, year, month, day] = match;
  return Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month));
}

/** Tells whether `text` is an instant in UTC on a day that exists. */
export function isInstant(text: string): text is Instant {
  const match = INSTANT_PATTERN.exec(text);
  return match?.[1] !== undefined && isCalendarDate(match[1]);
}

function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
