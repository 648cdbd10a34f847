import { findMinorUnit, isCurrency, type Decimal, type Money } from '@bourse/sdk';
import { product } from '../values/amounts.js';

/** What the amounts of a row are counted in. */
export interface Unit {
  readonly currency: string;
  /** Currency for one unit: 0.01 for pence. Absent for a currency itself. */
  readonly factor?: Decimal;
}

/** The unit of a code: an ISO 4217 currency, or a hundredth of one such as GBX. Undefined for any other. */
export function findUnit(code: string): Unit | undefined {
  return isCurrency(code) ? { currency: code } : findMinorUnit(code);
}

/** An amount, price or amount for each share, in the currency of its unit. */
export function inCurrency(amount: Decimal, { factor }: Unit): Decimal {
  return factor === undefined ? amount : product(amount, factor);
}

export function toMoney(amount: Decimal, unit: Unit): Money {
  return { amount: inCurrency(amount, unit), currency: unit.currency };
}
