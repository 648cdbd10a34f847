import { FIELDS, type Field } from '../booking/booking.js';

/** What the export calls the fields of a booking. */
export const COLUMNS: Readonly<Record<Field, string>> = {
  bookedOn: 'Booked on',
  reference: 'Reference',
  kind: 'Kind',
  isin: 'ISIN',
  name: 'Name',
  quantity: 'Quantity',
  price: 'Price',
  value: 'Value',
  commission: 'Commission',
  amount: 'Amount',
  currency: 'Currency',
};

/** Fields whose columns an export leaves out where no row has anything in them. */
const OPTIONAL: ReadonlySet<Field> = new Set(['commission']);

/** The columns that a header needs and lacks. */
export function missingColumns(header: readonly string[]): string[] {
  const needed = FIELDS.filter((field) => !OPTIONAL.has(field));
  return needed.map((field) => COLUMNS[field]).filter((column) => !header.includes(column));
}
