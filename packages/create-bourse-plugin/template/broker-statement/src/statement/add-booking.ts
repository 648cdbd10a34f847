import { DEFAULT_ACCOUNT_ID, type StatementParts } from '@bourse/sdk';
import type { Booking } from '../booking/booking.js';
import { toRecord } from '../booking/to-record.js';

/** Adds one booking to the list that it belongs to. The file names no account: the user does. */
export function addBooking(parts: StatementParts, booking: Booking, ordinal: number): void {
  const rows = [ordinal];
  const record = toRecord(booking, { accountId: DEFAULT_ACCOUNT_ID, rows });
  if (record === undefined) {
    const { amount, currency } = booking;
    parts.ignore('changes neither cash nor positions', rows, [{ amount, currency }]);
  } else if (record.list === 'transactions') parts.add('transactions', record.draft);
  else if (record.list === 'cashMovements') parts.add('cashMovements', record.draft);
  else parts.add('fees', record.draft);
}
