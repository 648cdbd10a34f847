import type { Holidays } from './facts.js';

/** The days on which the exchanges are open, from one date to another, both included. */
export function tradingDays(from: string, to: string, holidays: Holidays): string[] {
  const days: string[] = [];
  const last = Temporal.PlainDate.from(to);
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const text = day.toString();
    if (day.dayOfWeek <= 5 && !holidays.includes(text)) days.push(text);
  }
  return days;
}

/** The holidays of 2026; those of other years do not matter to the scenario. */
export const HOLIDAYS: Holidays = [
  '2026-01-01',
  '2026-01-19',
  '2026-02-16',
  '2026-04-03',
  '2026-05-25',
  '2026-06-19',
  '2026-07-03',
  '2026-09-07',
  '2026-11-26',
  '2026-12-25',
];
