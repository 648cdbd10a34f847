import { parseJson as parseExact, ProblemError, type ExactJson as Json } from '@bourse/sdk';

export type { Json };

/**
 * Parses an answer without rounding its numbers.
 *
 * @throws ProblemError MALFORMED_RESPONSE, which quotes nothing of the text
 */
export function parseJson(text: string): Json {
  try {
    return parseExact(text);
  } catch {
    throw malformed('The answer is no JSON text.');
  }
}

export function malformed(message: string, path?: string): ProblemError {
  return new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message,
    remedy: 'DEGIRO may have changed its site. Look for an update of this plugin.',
    ...(path === undefined ? {} : { place: { path } }),
  });
}
