import { toAccountRow, type AccountRow } from '../src/statement/row/account-row.js';
import { toBooking, type Booking, type BookingKind } from '../src/statement/row/booking.js';
import { COLUMNS, type AnyColumn } from '../src/statement/row/column.js';
import { findColumns } from '../src/statement/row/column-layout.js';
import { NumberMarks } from '../src/statement/row/number-marks.js';
import { Output } from '../src/statement/records/output.js';

export const HEADER = 'Datum,Tijd,Valutadatum,Product,ISIN,Omschrijving,FX,Mutatie,,Saldo,,Order Id'.split(
  ',',
);

export const LAYOUT = findColumns(HEADER);

/** What a test says of a row. */
export type Cells = Readonly<Partial<Record<AnyColumn, string>>>;

const USUAL: Cells = {
  date: '15-05-2024',
  time: '09:30',
  valueDate: '15-05-2024',
  description: 'iDEAL Deposit',
  currency: 'EUR',
  amount: '100,00',
  balanceCurrency: 'EUR',
  balance: '1000,00',
};

/** A product that the tests trade. */
export const ACME: Cells = { product: 'ACME NV', isin: 'NL0015001231' };

/** Another one. */
export const OTHER: Cells = { product: 'OTHER INC', isin: 'US4109971048' };

/** The cells of a deposit of 100 euros, but for what the test says. */
export function buildCells(cells: Cells = {}): string[] {
  return COLUMNS.map((column) => cells[column] ?? USUAL[column] ?? '');
}

/** A row that was read. */
export function buildRow(cells: Cells = {}, ordinal = 1): AccountRow {
  const row = { ordinal, lines: [ordinal + 1], cells: buildCells(cells) };
  return toAccountRow(row, LAYOUT, new NumberMarks());
}

/** Rows in the order of the file, each with what it is. */
export function buildBookings<Kind extends BookingKind = BookingKind>(
  ...rows: readonly Cells[]
): Booking<Kind>[] {
  return rows.map((cells, index) => {
    const booking = toBooking(buildRow(cells, index + 1));
    if (booking === undefined) throw new Error(`"${cells.description}" is not known`);
    return booking as Booking<Kind>;
  });
}

/** All that was added to an output. */
export function partOf(output: Output) {
  const [part = {}] = output.parts.finish({ rowsTotal: 0 });
  return part;
}

/** An output for rows of the usual layout. */
export function buildOutput(): Output {
  return new Output(LAYOUT);
}
