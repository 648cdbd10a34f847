import { parseNumber } from '../numbers/parse-number.js';

/** A value of JSON whose numbers are text. */
export type ExactJson =
  string | boolean | null | readonly ExactJson[] | { readonly [name: string]: ExactJson };

/** What the engine tells a reviver beside the value: how a primitive was spelled. */
type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

/**
 * Parses JSON in which a number is exact: it becomes text with the digits that were sent, an exponent expanded. What is
 * too long to be a decimal stays as it was spelled, and `isDecimal` refuses it. Text and numbers look alike afterwards.
 *
 * @example parseJson('0.10000000000000000001') // '0.10000000000000000001'
 * @throws SyntaxError for anything that is no JSON
 */
export function parseJson(text: string): ExactJson {
  const exact: Reviver = (_, value, { source }) =>
    typeof value === 'number' ? toExact(source ?? String(value)) : value;
  return JSON.parse(text, exact as (key: string, value: unknown) => unknown) as ExactJson;
}

function toExact(source: string): string {
  return parseNumber(source, { decimal: '.' }) ?? source;
}
