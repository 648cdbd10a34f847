import { isDecimal, type Decimal } from '@bourse/sdk';
import { malformed, textOf } from '../api/members.js';

/** A number, whether the institution writes it as one or as text. @throws ProblemError MALFORMED_RESPONSE */
export function decimalOf(value: unknown, name: string): Decimal {
  const text = textOf(value, name);
  if (isDecimal(text)) return text;
  throw malformed(`"${name}" is no number.`, name);
}
