import { isDecimal, type Decimal } from '@bourse/core/interfaces';
import { shiftPoint } from './shift-point.js';

/** The character between the whole and the fraction of a number. */
export type DecimalMark = ',' | '.';

/** Sign, whole part with thousands separators, fraction, exponent. */
const NUMBER_PATTERN = {
  '.': /^([+\-\u2212]?)([\d,' \u00a0\u2009\u202f\u2019]*)(?:\.(\d+))?(?:[eE]([+\-\u2212]?\d{1,3}))?$/,
  ',': /^([+\-\u2212]?)([\d.' \u00a0\u2009\u202f\u2019]*)(?:,(\d+))?(?:[eE]([+\-\u2212]?\d{1,3}))?$/,
} as const;

/** Groups of three digits with one and the same separator between them, or digits alone. */
const GROUPING_PATTERN = /^(?:\d+|\d{1,3}(?:(\D)\d{3})(?:\1\d{3})*)$/;

/**
 * Parses a number as institutions print it. Thousands may be separated by the other mark, by spaces of all widths or
 * by apostrophes, if the groups are well-formed; a sign stands in front, an exponent is expanded, trailing zeros stay.
 * Undefined for anything else, and for more digits than a decimal may have.
 *
 * @example parseNumber('-1.234,50', { decimal: ',' }) // '-1234.50'
 */
export function parseNumber(
  text: string,
  { decimal }: { readonly decimal: DecimalMark },
): Decimal | undefined {
  const match = NUMBER_PATTERN[decimal].exec(text.trim());
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' ? fraction === '' : !GROUPING_PATTERN.test(whole)) return undefined;
  const digits = shiftPoint(whole.replace(/\D/g, ''), fraction, Number(exponent.replace('\u2212', '-')));
  const isNegative = sign !== '' && sign !== '+' && /[1-9]/.test(digits);
  const number = isNegative ? `-${digits}` : digits;
  return isDecimal(number) ? number : undefined;
}
