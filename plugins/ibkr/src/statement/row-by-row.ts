import type { FlexRow } from '../row/flex-row.js';
import type { Booking } from './booking.js';
import type { FlexOutput } from './flex-output.js';
import type { SectionReader } from './section-reader.js';

/** A section each of whose rows is a booking by itself. */
export function readRowByRow(output: FlexOutput, toBooking: (row: FlexRow) => Booking): SectionReader {
  return {
    read: (row) => void output.attempt(row, () => output.book(toBooking(row))),
    finish: () => {},
  };
}
