/** The fewest characters of a secret that can be told apart from ordinary text. */
export const SEARCHABLE_LENGTH = 8;

/**
 * Whether answers are searched for a secret. A shorter one, such as a PIN or a code of six digits, would be found in
 * ordinary numbers, so it is placed only while a plugin logs in, where answers hold nothing else of worth.
 */
export function isSearchable(secret: Uint8Array): boolean {
  return Buffer.from(secret).toString('utf8').length >= SEARCHABLE_LENGTH;
}
