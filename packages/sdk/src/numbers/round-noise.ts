import type { Decimal } from '@bourse/core/interfaces';

/** From so many significant digits on, a number that a binary float printed is noise at its end. */
const NOISE_DIGITS = 16;

/**
 * Rounds the noise of binary floating point away: a number of 16 or more significant digits half-even to `decimals`
 * places (of a crypto asset 8), without trailing zeros. Any other number stays as it is.
 *
 * @example roundNoise('0.30000000000000004', 8) // '0.3'
 */
export function roundNoise(decimal: Decimal, decimals: number): Decimal {
  const digits = decimal.replace(/[-.]/g, '').replace(/^0+/, '');
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  if (digits.length < NOISE_DIGITS || fraction.length <= decimals) return decimal;
  const kept = BigInt(whole + fraction.slice(0, decimals));
  const rounded = (kept + roundUp(kept, fraction.slice(decimals))).toString().padStart(decimals + 1, '0');
  const magnitude = withoutTrailingZeros(rounded, decimals);
  return decimal.startsWith('-') && magnitude !== '0' ? `-${magnitude}` : magnitude;
}

/** 1 where half-even rounding adds one unit to `kept`, else 0; `rest` are the digits cut off. */
function roundUp(kept: bigint, rest: string): bigint {
  const half = '5'.padEnd(rest.length, '0');
  if (rest === half) return kept % 2n;
  return rest > half ? 1n : 0n;
}

function withoutTrailingZeros(digits: string, decimals: number): string {
  const split = digits.length - decimals;
  const fraction = digits.slice(split).replace(/0+$/, '');
  return fraction === '' ? digits.slice(0, split) : `${digits.slice(0, split)}.${fraction}`;
}
