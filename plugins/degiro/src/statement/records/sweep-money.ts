import { guessDecimalMark, parseNumber, type Money } from '@bourse/sdk';
import type { AccountRow } from '../row/account-row.js';
import type { Booking } from '../row/booking.js';
import { negated } from '../row/decimals.js';
import { toMoney } from '../row/money.js';
import { RowError } from '../row/row-error.js';

/** `… flatexDEGIRO Bank: 3 601,9 CHF` */
const AMOUNT_PATTERN = /([\d.,'’ ]*\d) ([A-Z]{3})$/;

/**
 * What a row of a sweep does to the balance. The mirror prints its amount, without sign and without trailing zeros,
 * in its text alone.
 *
 * @throws RowError where the text holds no amount.
 */
export function sweepMoneyOf(booking: Booking<'SWEEP' | 'SWEEP_MIRROR'>): Money | undefined {
  const { row } = booking;
  if (row.money !== undefined || booking.as === 'SWEEP') return row.money;
  const { amount, currency } = readAmount(row);
  return { amount: booking.sign === 1 ? amount : negated(amount), currency };
}

function readAmount({ description }: AccountRow): Money {
  const [, text = '', currency = ''] = AMOUNT_PATTERN.exec(description) ?? [];
  // Amounts have two decimals at most, so that a mark with three digits behind it divides thousands.
  const decimal = guessDecimalMark([text]) ?? (text.includes(',') ? '.' : ',');
  const amount = parseNumber(text, { decimal });
  if (amount === undefined) throw new RowError('The text of the transfer holds no amount.', 'description');
  return toMoney(amount, currency, 'description');
}
