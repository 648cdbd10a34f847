import { hash } from 'node:crypto';

/** Characters kept of a digest: 128 bits in hexadecimal. */
const LENGTH = 32;

/** Digests are copied out of the whole one, since a slice would keep all of it in memory for as long as it lives. */
const copy = Buffer.alloc(LENGTH);

/** The digest of a list of texts. Lists that differ in any part, or in where one part ends, have different digests. */
export function digestOf(parts: readonly (string | number | undefined)[]): string {
  copy.write(hash('sha256', JSON.stringify(parts.map((part) => part ?? null)), 'hex'), 'latin1');
  return copy.toString('latin1');
}
