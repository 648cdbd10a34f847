import type { RawRow, UnclassifiedItem } from '@bourse/sdk';
import { malformed } from '../api/members.js';
import { BookingError, toBooking } from '../booking/booking.js';
import { toRecord, type BookedRecord } from '../booking/to-record.js';

/** What one page of bookings says. */
export interface BookingPage {
  readonly records: readonly BookedRecord[];
  readonly unclassified: readonly UnclassifiedItem[];
  readonly cursor: string | undefined;
}

/** A booking that cannot be understood is kept as it is, with the reason. */
export function readBookings(
  bookings: readonly unknown[],
  accountId: string,
): Pick<BookingPage, 'records' | 'unclassified'> {
  const records: BookedRecord[] = [];
  const unclassified: UnclassifiedItem[] = [];
  for (const told of bookings) {
    const raw = toRaw(told);
    try {
      const record = toRecord(
        toBooking((field) => raw[field] ?? '', raw),
        { accountId },
      );
      if (record !== undefined) records.push(record);
    } catch (error) {
      if (!(error instanceof BookingError)) throw error;
      unclassified.push({ text: JSON.stringify(raw), reason: error.message });
    }
  }
  return { records, unclassified };
}

function toRaw(told: unknown): RawRow {
  if (typeof told !== 'object' || told === null) throw malformed('A booking is no object.', 'bookings');
  return Object.fromEntries(Object.entries(told).filter(([, value]) => typeof value === 'string'));
}
