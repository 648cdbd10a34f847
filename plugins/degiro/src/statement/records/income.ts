import type { CashMovementDraft, Charge, DividendDraft, FeeDraft, Withholding } from '@bourse/sdk';
import type { AccountRow } from '../row/account-row.js';
import type { Booking } from '../row/booking.js';
import { isNegative, negated, sum } from '../row/decimals.js';
import { toInstrument } from '../row/instrument.js';
import { RowError } from '../row/row-error.js';
import type { Output } from './output.js';
import { moneyOf, toFee, toInstrumentMovement } from './standalone.js';

/** What is booked for one instrument, currency, booking date and value date. */
export type IncomeBooking = Booking<'INCOME' | 'INCOME_TAX' | 'INCOME_CHARGE'>;

type Gross = Booking<'INCOME'>;
type Deduction = Booking<'INCOME_TAX' | 'INCOME_CHARGE'>;

/** The most withholdings, and the most charges, that one record may have. */
const MAX_DEDUCTIONS = 64;

/**
 * Adds income and what was deducted from it. Deductions are joined with the income only where one income alone can be
 * meant; else each of them is a record of its own.
 */
export function settleIncome(bookings: readonly IncomeBooking[], output: Output): void {
  const gross = bookings.filter((booking): booking is Gross => booking.as === 'INCOME');
  const deductions = bookings.filter((booking): booking is Deduction => booking.as !== 'INCOME');
  const [only] = gross;
  const canJoin = only !== undefined && gross.length === 1 && deductions.length <= MAX_DEDUCTIONS;
  const joined = canJoin && addIncome(only, deductions, output);
  if (!canJoin) for (const income of gross) addIncome(income, [], output);
  if (!joined) for (const deduction of deductions) settleDeduction(deduction, output);
}

/** Tells whether the row could be read as income. */
function addIncome(income: Gross, deductions: readonly Deduction[], output: Output): boolean {
  try {
    output.parts.add('dividends', toDividend(income, deductions, output));
    return true;
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    output.reject(income.row, error);
    return false;
  }
}

function toDividend({ row, kind }: Gross, deductions: readonly Deduction[], output: Output): DividendDraft {
  const gross = moneyOf(row);
  const rows = deductions.map((deduction) => deduction.row);
  return {
    ...output.originOf(row, rows),
    instrument: toInstrument(row),
    kind,
    status: isNegative(gross.amount) ? 'REVERSAL' : 'PAID',
    currency: gross.currency,
    gross: gross.amount,
    withholdings: deductions.flatMap(toWithholding),
    charges: deductions.flatMap(toCharge),
    net: sum([gross.amount, ...rows.map((deducted) => moneyOf(deducted).amount)]),
    date: row.date,
    ...payDateOf(row),
    ...(rows.length === 0 ? {} : { derived: ['net'] }),
  };
}

function toWithholding(deduction: Deduction): Withholding[] {
  return deduction.as === 'INCOME_TAX' ? [{ money: costOf(deduction.row) }] : [];
}

function toCharge(deduction: Deduction): Charge[] {
  return deduction.as === 'INCOME_CHARGE' ? [{ kind: deduction.kind, money: costOf(deduction.row) }] : [];
}

/** What a row takes, as a positive amount. */
function costOf(row: AccountRow) {
  const { amount, currency } = moneyOf(row);
  return { amount: negated(amount), currency };
}

/** Income has its value on the day it is paid. */
function payDateOf({ valueDate }: AccountRow): { payDate?: string } {
  return valueDate === undefined ? {} : { payDate: valueDate };
}

function settleDeduction(deduction: Deduction, output: Output): void {
  const { row } = deduction;
  const relatesTo = row.valueDate === undefined ? {} : { relatesTo: payDateOf(row) };
  if (deduction.as === 'INCOME_TAX') {
    const tax: CashMovementDraft = { ...toInstrumentMovement(row, 'TAX', output), ...relatesTo };
    output.parts.add('cashMovements', tax);
  } else {
    const fee: FeeDraft = { ...toFee(row, deduction.kind, output), ...relatesTo };
    output.parts.add('fees', fee);
  }
}
