import { hash } from 'node:crypto';

/** Characters kept of a digest: 128 bits in hexadecimal. */
const LENGTH = 32;

/** The digest of a list of texts. Lists that differ in any part, or in where one part ends, have different digests. */
export function digestOf(parts: readonly (string | number | undefined)[]): string {
  return hash('sha256', JSON.stringify(parts.map((part) => part ?? null)), 'hex').slice(0, LENGTH);
}
