import type { CalendarDate } from '@bourse/sdk';

const DAY = 86_400_000;

/** Month and day on which nothing is traded, beside weekends. */
const HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '12-25', '12-26']);

/** The calendar date of a moment, in UTC. */
export function dateOf(milliseconds: number): CalendarDate {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** The date so many days later. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(Date.parse(date) + days * DAY);
}

/** Tells whether the exchange is open on a day. */
export function isTradingDay(date: CalendarDate): boolean {
  const weekday = new Date(Date.parse(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(date.slice(5));
}

/** The trading day that comes `count` trading days after `date`. */
export function addTradingDays(date: CalendarDate, count: number): CalendarDate {
  let day = date;
  for (let left = count; left > 0;) {
    day = addDays(day, 1);
    if (isTradingDay(day)) left -= 1;
  }
  return day;
}

/** A trading day, with its place in its month. */
export interface TradingDay {
  readonly date: CalendarDate;
  /** 1 to 12. */
  readonly month: number;
  /** 1 for the first trading day of the month. */
  readonly ordinal: number;
  readonly isLastOfMonth: boolean;
}

/** All trading days from one date to another, both included. */
export function* tradingDays(from: CalendarDate, to: CalendarDate): Generator<TradingDay> {
  let ordinal = countTradingDaysBefore(from);
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (date.endsWith('-01')) ordinal = 0;
    if (!isTradingDay(date)) continue;
    ordinal += 1;
    const next = addTradingDays(date, 1);
    yield {
      date,
      month: Number(date.slice(5, 7)),
      ordinal,
      isLastOfMonth: next.slice(0, 7) !== date.slice(0, 7),
    };
  }
}

/** Trading days of the month that lie before a date. */
function countTradingDaysBefore(date: CalendarDate): number {
  let count = 0;
  for (let day = `${date.slice(0, 8)}01`; day < date; day = addDays(day, 1)) {
    if (isTradingDay(day)) count += 1;
  }
  return count;
}
