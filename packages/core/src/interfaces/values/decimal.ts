/**
 * An exact decimal number as text, for example `"-12.50"`: the only form of money, prices, quantities and rates.
 * No exponent, no thousands mark, no plus sign, no negative zero, at most 40 digits. Trailing zeros are kept as printed
 * (they tell the precision of a price) and mean nothing in comparisons and hashes.
 */
export type Decimal = string;

/** What a decimal looks like. Linear in the length of its input. */
export const DECIMAL_PATTERN = /^(?!-0(?:\.0+)?$)-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The most digits, before and after the point together, that a decimal may have. */
export const DECIMAL_MAX_DIGITS = 40;

/** The longest text that can be a decimal: its digits, a sign and a point. */
const MAX_LENGTH = DECIMAL_MAX_DIGITS + 2;

/** Tells whether `text` is a canonical decimal. */
export function isDecimal(text: string): boolean {
  return text.length <= MAX_LENGTH && DECIMAL_PATTERN.test(text) && countDigits(text) <= DECIMAL_MAX_DIGITS;
}

function countDigits(text: string): number {
  let digits = text.length;
  if (text.startsWith('-')) digits -= 1;
  if (text.includes('.')) digits -= 1;
  return digits;
}
