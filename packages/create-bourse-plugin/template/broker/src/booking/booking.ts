import {
  isCalendarDate,
  isCurrency,
  parseNumber,
  quoteCell,
  type CalendarDate,
  type Decimal,
  type RawRow,
} from '@bourse/sdk';

/** What is said of a booking, whoever says it. */
export const FIELDS = [
  'bookedOn',
  'reference',
  'kind',
  'isin',
  'name',
  'quantity',
  'price',
  'value',
  'commission',
  'amount',
  'currency',
] as const;

export type Field = (typeof FIELDS)[number];

/** One booking, with what every kind of booking has. */
export interface Booking {
  readonly date: CalendarDate;
  readonly reference: string;
  readonly kind: string;
  /** Signed: what the booking does to the cash of the account. */
  readonly amount: Decimal;
  readonly currency: string;
  readonly raw: RawRow;
  text(field: Field): string;
  /** @throws BookingError where the field is no number */
  number(field: Field): Decimal;
}

/** Says which field of a booking cannot be read. */
export class BookingError extends Error {
  readonly field: Field | undefined;

  constructor(message: string, field?: Field) {
    super(message);
    this.field = field;
  }
}

/** A booking of a kind that this plugin does not know: it reads well, and nobody can say what it is. */
export class UnknownKind extends BookingError {
  constructor(kind: string) {
    super(`The kind ${quoteCell(kind)} is unknown.`, 'kind');
  }
}

/** @throws BookingError where something that every booking has cannot be read */
export function toBooking(text: (field: Field) => string, raw: RawRow): Booking {
  const number = (field: Field): Decimal => {
    const value = parseNumber(text(field), { decimal: '.' });
    if (value === undefined) throw new BookingError(`${quoteCell(text(field))} is no number.`, field);
    return value;
  };
  const date = text('bookedOn');
  if (!isCalendarDate(date)) throw new BookingError(`${quoteCell(date)} is no date.`, 'bookedOn');
  const currency = text('currency');
  if (!isCurrency(currency)) throw new BookingError(`${quoteCell(currency)} is no currency.`, 'currency');
  const reference = text('reference');
  if (reference === '') throw new BookingError('The booking has no reference.', 'reference');
  return { date, reference, kind: text('kind'), amount: number('amount'), currency, raw, text, number };
}
