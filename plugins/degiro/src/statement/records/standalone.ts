import type { CashMovementDraft, CashMovementType, ChargeKind, FeeDraft, Money } from '@bourse/sdk';
import type { AccountRow } from '../row/account-row.js';
import type { Booking } from '../row/booking.js';
import { isNegative } from '../row/decimals.js';
import { findInstrument } from '../row/instrument.js';
import { RowError } from '../row/row-error.js';
import { currencyRateOf } from './currency-rate.js';
import type { Output } from './output.js';

/** The money of a row that must have some. */
export function moneyOf(row: AccountRow): Money {
  if (row.money === undefined) throw new RowError('The amount is missing.', 'amount');
  return row.money;
}

/** A movement of cash that one row books. */
export function toMovement(row: AccountRow, type: CashMovementType, output: Output): CashMovementDraft {
  const { instant, date, valueDate, description, orderId } = row;
  return {
    ...output.originOf(row),
    type,
    status: 'BOOKED',
    money: moneyOf(row),
    ...(orderId === undefined ? {} : { orderId }),
    ...(instant === undefined ? {} : { bookedAt: instant }),
    date,
    ...(valueDate === undefined ? {} : { valueDate }),
    description,
  };
}

/** A movement of cash that concerns the instrument which the row names, if it names one. */
export function toInstrumentMovement(
  row: AccountRow,
  type: CashMovementType,
  output: Output,
): CashMovementDraft {
  const instrument = findInstrument(row);
  return { ...toMovement(row, type, output), ...(instrument === undefined ? {} : { instrument }) };
}

/** A fee that is part of no trade and no dividend. */
export function toFee(row: AccountRow, kind: ChargeKind, output: Output): FeeDraft {
  const { instant, date, description } = row;
  const instrument = findInstrument(row);
  return {
    ...output.originOf(row),
    kind,
    status: 'BOOKED',
    money: moneyOf(row),
    date,
    ...(instant === undefined ? {} : { bookedAt: instant }),
    description,
    ...(instrument === undefined ? {} : { instrument }),
  };
}

/** Interest that was received is positive, interest that was paid negative. */
function toInterest(row: AccountRow, output: Output): CashMovementDraft {
  const type = isNegative(moneyOf(row).amount) ? 'INTEREST_PAID' : 'INTEREST_RECEIVED';
  return toMovement(row, type, output);
}

/**
 * A leg of a trade of one currency for another. The trade books one of them and its settlement, days later, the other, so that
 * each is a movement by itself.
 */
function toCurrencyLeg(booking: Booking<'CURRENCY_TRADE'>, output: Output): CashMovementDraft {
  const fx = currencyRateOf(booking);
  return { ...toMovement(booking.row, 'FX_CONVERSION', output), ...(fx === undefined ? {} : { fx }) };
}

/** A row whose record needs no other row. */
export type StandaloneBooking = Booking<'FEE' | 'MOVEMENT' | 'INTEREST' | 'CURRENCY_TRADE'>;

/** Adds the record of a row that stands for itself. */
export function settleStandalone(booking: StandaloneBooking, output: Output): void {
  const { row } = booking;
  if (booking.as === 'FEE') output.parts.add('fees', toFee(row, booking.kind, output));
  else if (booking.as === 'CURRENCY_TRADE') output.parts.add('cashMovements', toCurrencyLeg(booking, output));
  else if (booking.as === 'INTEREST') output.parts.add('cashMovements', toInterest(row, output));
  else output.parts.add('cashMovements', toInstrumentMovement(row, booking.type, output));
}
