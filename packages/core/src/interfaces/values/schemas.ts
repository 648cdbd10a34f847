import { z } from 'zod';
import { isCurrency } from './currency.js';
import { isDecimal } from './decimal.js';
import { isIsin } from './isin.js';
import { isCalendarDate, isInstant } from './time.js';

/** See `Decimal`. */
export const DecimalSchema = z.string().refine(isDecimal, { error: 'must be a decimal such as "-12.50"' });

/** A decimal of zero or more: quantities of trades, gross amounts. */
export const UnsignedDecimalSchema = DecimalSchema.refine((text) => !text.startsWith('-'), {
  error: 'must not be negative',
});

/** An ISO 4217 code; crypto assets and minor units such as GBX are no currencies. */
export const CurrencySchema = z.string().refine(isCurrency, { error: 'must be an ISO 4217 code' });

/** See `Money`. */
export const MoneySchema = z.strictObject({ amount: DecimalSchema, currency: CurrencySchema });

/** See `CalendarDate`. */
export const CalendarDateSchema = z
  .string()
  .refine(isCalendarDate, { error: 'must be a date such as 2024-03-01' });

/** See `Instant`. */
export const InstantSchema = z
  .string()
  .refine(isInstant, { error: 'must be an instant in UTC such as 2024-03-01T09:30:00Z' });

/** An ISIN (ISO 6166) with the right check digit. */
export const IsinSchema = z.string().refine(isIsin, { error: 'must be an ISIN with a right check digit' });

/** Ordinals of rows in a statement, the first data row being 1. */
export const RowsSchema = z.custom<number[]>((rows) => Array.isArray(rows) && rows.every(isOrdinal), {
  error: 'must be ordinals of rows, the first being 1',
});

function isOrdinal(row: unknown): boolean {
  return Number.isSafeInteger(row) && Number(row) >= 1;
}

/** Short text of an institution: names, symbols, ids. */
export const LabelSchema = z.string().min(1).max(512);

/** Free text of an institution: descriptions. */
export const TextSchema = z.string().max(4096);

/** Days of a calendar, the first and the last one included. */
export const PeriodSchema = z.strictObject({ from: CalendarDateSchema, to: CalendarDateSchema });

export type Period = z.infer<typeof PeriodSchema>;
