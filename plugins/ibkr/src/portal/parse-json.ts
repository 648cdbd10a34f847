/** The context that V8 gives to a reviver: how a primitive was spelled. */
type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

/**
 * Parses JSON; a number becomes the text that it was spelled with, so that no digit is lost.
 *
 * @throws SyntaxError for anything that is no JSON.
 */
export function parseJson(text: string): unknown {
  const keepDigits: Reviver = (_, value, { source }) => (typeof value === 'number' ? source : value);
  return JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown);
}
