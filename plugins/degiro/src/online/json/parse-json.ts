import { ProblemError, type Decimal } from '@bourse/sdk';
import Big from 'big.js';

/** The numbers of an answer have at most so many characters, exponent and all. */
const MAX_CHARACTERS = 30;
/** Beyond it a number is no amount of anything. */
const MAX_EXPONENT = 20;

/** A JSON value in which every number is a decimal with exactly the digits that were sent. */
export type Json = string | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What the engine tells a reviver of a number: how it was written. */
type Reviver = (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown;

/**
 * Parses a JSON text without rounding its numbers.
 *
 * @throws ProblemError MALFORMED_RESPONSE, which quotes nothing of the text
 */
export function parseJson(text: string): Json {
  const exact: Reviver = (_, value, { source }) =>
    typeof value === 'number' ? toDecimal(source ?? String(value)) : value;
  try {
    return JSON.parse(text, exact as (key: string, value: unknown) => unknown) as Json;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw malformed('The answer is no JSON text.');
  }
}

function toDecimal(source: string): Decimal {
  if (source.length > MAX_CHARACTERS) throw malformed('A number of the answer is too long.');
  const plain = new Big(source);
  if (Math.abs(plain.e) > MAX_EXPONENT) throw malformed('A number of the answer is too large or too small.');
  const decimal = /e/i.test(source) ? plain.toFixed() : source;
  return /^-0(\.0*)?$/.test(decimal) ? decimal.slice(1) : decimal;
}

export function malformed(message: string, path?: string): ProblemError {
  return new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message,
    remedy: 'DEGIRO may have changed its site. Look for an update of this plugin.',
    ...(path === undefined ? {} : { place: { path } }),
  });
}
