import type { Decimal } from '@bourse/sdk';
import Big from 'big.js';

/** The number with the opposite sign; zero has none. */
export function negated(decimal: Decimal): Decimal {
  if (decimal.startsWith('-')) return decimal.slice(1);
  return isZero(decimal) ? decimal : `-${decimal}`;
}

/** The number without its sign. */
export function magnitude(decimal: Decimal): Decimal {
  return decimal.startsWith('-') ? decimal.slice(1) : decimal;
}

export function isZero(decimal: Decimal): boolean {
  return !/[1-9]/.test(decimal);
}

export function isNegative(decimal: Decimal): boolean {
  return decimal.startsWith('-');
}

/** The one spelling of a value, without trailing zeros. */
export function canonical(decimal: Decimal): Decimal {
  return new Big(decimal).toFixed();
}

/** The exact sum. One number alone keeps its digits. */
export function sum(decimals: readonly Decimal[]): Decimal {
  const [first = '0', ...others] = decimals;
  if (others.length === 0) return first;
  return others.reduce((total, decimal) => total.plus(decimal), new Big(first)).toFixed();
}
