import { hash } from 'node:crypto';
import { ProblemError } from '@bourse/core/interfaces';

/**
 * Compares an archive with what its registry has announced of it.
 *
 * @param announced By https://www.w3.org/TR/SRI/; only sha512 counts.
 * @throws ProblemError INTEGRITY_MISMATCH
 */
export function expectIntegrity(bytes: Uint8Array, announced: string | undefined, what: string): string {
  const integrity = `sha512-${hash('sha512', bytes, 'base64')}`;
  const known = (announced ?? '').split(/\s+/).filter((each) => each.startsWith('sha512-'));
  if (known.includes(integrity)) return integrity;
  throw new ProblemError({
    code: 'INTEGRITY_MISMATCH',
    message:
      known.length === 0
        ? `The registry does not announce the sha512 of ${what}, so what it sends cannot be checked.`
        : `The archive of ${what} is not the one that the registry announces.`,
  });
}
