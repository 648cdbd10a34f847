import type { FlexRow } from '../row/flex-row.js';
import type { Booking } from './booking.js';
import type { FlexOutput } from './flex-output.js';
import { LevelChoice } from './level-choice.js';
import type { SectionReader } from './section-reader.js';
import { isSummary } from './summary-level.js';

/** A section each of whose rows is a booking by itself. Rows of the level SUMMARY add up the others. */
export function readRowByRow(output: FlexOutput, toBooking: (row: FlexRow) => Booking): SectionReader {
  const levels = new LevelChoice({
    read: (row) => void output.attempt(row, () => output.book(toBooking(row))),
    ignore: (rows) => output.ignoreRows('summary of the section', rows),
  });
  return {
    read: (row) => (isSummary(row) ? levels.second(row) : levels.first(row)),
    finish: () => levels.finish(),
  };
}
