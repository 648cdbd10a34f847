import Big from 'big.js';
import { minorUnitDigits, type Decimal } from '../../interfaces/index.js';

/** 1, 0.1, 0.01, … and their halves: each law asks for some of them of each record. */
const UNITS = Array.from({ length: 20 }, (_, digits) => new Big(`1e-${digits}`));
const HALVES = UNITS.map((unit) => unit.times('0.5'));

/** One minor unit of a currency: 0.01 EUR, 1 JPY. */
export function minorUnit(currency: string): Big {
  return unitOf(minorUnitDigits(currency));
}

/** Half a unit of the last digit that a number prints: 0.005 for `1.25`. */
export function halfUlp(text: Decimal): Big {
  const point = text.indexOf('.');
  const digits = point === -1 ? 0 : text.length - point - 1;
  return HALVES[digits] ?? unitOf(digits).times('0.5');
}

/** The largest of the tolerances. */
export function widest(...tolerances: readonly Big[]): Big {
  return tolerances.reduce((left, right) => (left.gt(right) ? left : right));
}

function unitOf(digits: number): Big {
  return UNITS[digits] ?? new Big(`1e-${digits}`);
}
