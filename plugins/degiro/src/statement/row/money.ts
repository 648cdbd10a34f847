import { findMinorUnit, isCurrency, quoteCell, type Decimal, type Money } from '@bourse/sdk';
import Big from 'big.js';
import type { AnyColumn } from './column.js';
import { RowError } from './row-error.js';

/** The currency behind a code of the statement, and what one unit of the code is in it. */
export interface Unit {
  readonly currency: string;
  readonly factor: '1' | '0.01';
}

/** Codes that some exports print cut off. */
const CUT_OFF: ReadonlyMap<string, string> = new Map([
  ['NO', 'NOK'],
  ['SG', 'SGD'],
]);

/** The unit that a code stands for; pence and the like are hundredths of their currency. */
export function findUnit(code: string): Unit | undefined {
  const currency = CUT_OFF.get(code) ?? code;
  return findMinorUnit(code) ?? (isCurrency(currency) ? { currency, factor: '1' } : undefined);
}

/** A number of units in their currency, to the same precision. */
export function inCurrency(decimal: Decimal, { factor }: Unit): Decimal {
  return factor === '1' ? decimal : shiftTwoPlaces(decimal);
}

/**
 * An amount with the code that stands before it.
 *
 * @throws RowError where the code is no currency.
 */
export function toMoney(amount: Decimal, code: string, column: AnyColumn): Money {
  const unit = findUnit(code);
  if (unit === undefined) throw new RowError(`${quoteCell(code)} is no currency.`, column);
  return { amount: inCurrency(amount, unit), currency: unit.currency };
}

/** A hundredth with all digits, so that a price of `496` pence is `4.96` and one of `500` pence `5.00`. */
function shiftTwoPlaces(decimal: Decimal): Decimal {
  const fraction = decimal.split('.')[1] ?? '';
  return new Big(decimal).times('0.01').toFixed(fraction.length + 2);
}
