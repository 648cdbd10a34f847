import type { CalendarDate, Instant } from '@bourse/sdk';
import type { AccountBook } from './account-book.js';

/** The instant of a time of day (`HH:mm:ss`, UTC) on a date. */
export function instantAt(date: CalendarDate, time: string): Instant {
  return `${date}T${time}Z`;
}

/** The instant so many seconds after midnight, UTC. */
export function instantOf(date: CalendarDate, seconds: number): Instant {
  return new Date(Date.parse(date) + seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** What every booking begins with. */
export function bookingOf(book: AccountBook, kind: string, date: CalendarDate) {
  return {
    accountId: book.accountId,
    source: { recordId: book.nextId(kind, date) },
    status: 'BOOKED',
  } as const;
}
