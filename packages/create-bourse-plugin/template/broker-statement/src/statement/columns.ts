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

/** The columns that a header lacks. */
export function missingColumns(header: readonly string[]): string[] {
  return FIELDS.map((field) => COLUMNS[field]).filter((column) => !header.includes(column));
}
