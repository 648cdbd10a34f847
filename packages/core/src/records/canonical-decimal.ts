import type { Decimal } from '../interfaces/index.js';

/** The one spelling of a decimal's value: without trailing zeros, so that `1.50` and `1.5` compare and hash as equal. */
export function canonicalDecimal(text: Decimal): Decimal {
  if (!text.includes('.')) return text;
  let end = text.length;
  while (text[end - 1] === '0') end -= 1;
  if (text[end - 1] === '.') end -= 1;
  return text.slice(0, end);
}
