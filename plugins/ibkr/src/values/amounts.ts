import { isDecimal, parseNumber, roundNoise, type Decimal } from '@bourse/sdk';
import Big from 'big.js';
import { RowFault } from '../row/row-fault.js';

/** Decimal places that binary-float noise is rounded to. Cash is kept to nine places and fewer, so no real digit is lost. */
const NOISE_DECIMALS = 8;

/** So many digits before and after the point leave room for sums; no amount of money or units has more. */
const WHOLE_MAX_DIGITS = 20;
const FRACTION_MAX_DIGITS = 16;

/** Parses a number with a decimal point and perhaps commas between thousands; undefined for anything else. */
export function toDecimal(text: string): Decimal | undefined {
  const number = isDecimal(text) ? text : parseNumber(text, { decimal: '.' });
  if (number === undefined) return undefined;
  const rounded = roundNoise(number, NOISE_DECIMALS);
  const [whole = '', fraction = ''] = rounded.split('.');
  if (magnitude(whole).length > WHOLE_MAX_DIGITS) return undefined;
  return fraction.length > FRACTION_MAX_DIGITS ? shorten(rounded) : rounded;
}

/** What is left of a float such as 7.1E-17. */
function shorten(number: Decimal): Decimal {
  return plain(new Big(number).round(FRACTION_MAX_DIGITS, Big.roundHalfEven));
}

export function isZero(decimal: Decimal): boolean {
  return !/[1-9]/.test(decimal);
}

export function isNegative(decimal: Decimal): boolean {
  return decimal.startsWith('-');
}

/** The same digits without sign. */
export function magnitude(decimal: Decimal): Decimal {
  return isNegative(decimal) ? decimal.slice(1) : decimal;
}

/** The same digits with the other sign; zero has none. */
export function negated(decimal: Decimal): Decimal {
  if (isNegative(decimal)) return decimal.slice(1);
  return isZero(decimal) ? decimal : `-${decimal}`;
}

export function sum(...decimals: readonly Decimal[]): Decimal {
  return plain(decimals.reduce((total, decimal) => total.plus(decimal), new Big(0)));
}

/** @throws RowFault where the product has more digits than a decimal may have. */
export function product(...decimals: readonly Decimal[]): Decimal {
  return plain(decimals.reduce((total, decimal) => total.times(decimal), new Big(1)));
}

/** How often one amount has room in another that is not 0, to the nearest whole number. */
export function wholeQuotient(dividend: Decimal, divisor: Decimal): Decimal {
  return plain(new Big(dividend).div(divisor).round(0));
}

export function isEqual(left: Decimal, right: Decimal): boolean {
  return left === right || new Big(left).eq(right);
}

/** Tells whether two amounts differ by the tolerance at most. */
export function isClose(left: Decimal, right: Decimal, tolerance: Decimal = '0.01'): boolean {
  return new Big(left).minus(right).abs().lte(tolerance);
}

function plain(number: Big): Decimal {
  const text = number.toFixed();
  const decimal = isZero(text) ? magnitude(text) : text;
  if (!isDecimal(decimal)) throw new RowFault('The amounts of the row have too many digits.');
  return decimal;
}
