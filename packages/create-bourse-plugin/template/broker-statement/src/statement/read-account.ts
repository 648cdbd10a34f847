import {
  ProblemError,
  rawRow,
  readCsv,
  StatementParts,
  type CalendarDate,
  type CsvRow,
  type Period,
  type StatementReader,
} from '@bourse/sdk';
import { BookingError, toBooking, UnknownKind, type Booking } from '../booking/booking.js';
import { addBooking } from './add-booking.js';
import { COLUMNS, missingColumns } from './columns.js';

/** Reads the account history row by row, and hands out what it found as it goes. */
export const readAccount: StatementReader = async function* (file) {
  const parts = new StatementParts();
  let header: readonly string[] | undefined;
  let rowsTotal = 0;
  let period: Period | undefined;
  for await (const row of readCsv(file.content)) {
    if (header === undefined) {
      header = checkHeader(row.cells);
      continue;
    }
    rowsTotal = row.ordinal;
    period = including(period, readRow(parts, header, row));
    yield* parts.drain();
  }
  if (header === undefined) throw notOurs('The file is empty.');
  yield* parts.finish({ rowsTotal, ...(period === undefined ? {} : { period }) });
};

/** The days of all bookings, which `bourse import` shows; a file that prints its period says it better. */
function including(period: Period | undefined, date: CalendarDate | undefined): Period | undefined {
  if (date === undefined) return period;
  const { from, to } = period ?? { from: date, to: date };
  return { from: date < from ? date : from, to: date > to ? date : to };
}

function checkHeader(cells: readonly string[]): readonly string[] {
  const header = cells.map((cell) => cell.trim());
  const missing = missingColumns(header);
  if (missing.length > 0) throw notOurs(`The columns ${missing.join(', ')} are missing.`);
  return header;
}

function notOurs(message: string): ProblemError {
  return new ProblemError({
    code: 'UNSUPPORTED_FORMAT',
    message,
    remedy: 'Export the account history as CSV and give it unchanged.',
  });
}

/**
 * A row of an unknown kind is set aside with the reason. One that cannot be read is reported beside that; the rows behind
 * it are read.
 * @returns the day of the booking
 */
function readRow(parts: StatementParts, header: readonly string[], row: CsvRow): CalendarDate | undefined {
  try {
    const booking = bookingOf(header, row);
    addBooking(parts, booking, row.ordinal);
    return booking.date;
  } catch (error) {
    if (!(error instanceof BookingError)) throw error;
    const rows = [row.ordinal];
    parts.unclassified(rows, row.cells.join(' '), error.message);
    if (error instanceof UnknownKind) return undefined;
    const column = error.field === undefined ? {} : { column: COLUMNS[error.field] };
    parts.problem({
      code: 'ROW_MALFORMED',
      message: error.message,
      place: { rows, lines: [row.line], ...column },
    });
    return undefined;
  }
}

/** Finds columns by name, so that a changed order of columns does no harm. */
function bookingOf(header: readonly string[], { cells, malformed }: CsvRow): Booking {
  if (malformed !== undefined) throw new BookingError(malformed);
  if (cells.length !== header.length)
    throw new BookingError(`The row has ${cells.length} cells, the header ${header.length}.`);
  const text = (field: keyof typeof COLUMNS): string => (cells[header.indexOf(COLUMNS[field])] ?? '').trim();
  return toBooking(text, rawRow(header, cells));
}
