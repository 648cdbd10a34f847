import Big from 'big.js';
import { minorUnitDigits, type Decimal } from '../../interfaces/index.js';

/** One minor unit of a currency: 0.01 EUR, 1 JPY. */
export function minorUnit(currency: string): Big {
  return powerOfTen(-minorUnitDigits(currency));
}

/** Half a unit of the last digit that a number prints: 0.005 for `1.25`. */
export function halfUlp(text: Decimal): Big {
  const point = text.indexOf('.');
  const digits = point === -1 ? 0 : text.length - point - 1;
  return powerOfTen(-digits).times('0.5');
}

/** The largest of the tolerances. */
export function widest(...tolerances: readonly Big[]): Big {
  return tolerances.reduce((left, right) => (left.gt(right) ? left : right));
}

function powerOfTen(exponent: number): Big {
  return new Big(`1e${exponent}`);
}
