import { readFileSync } from 'node:fs';
import { DigestSchema, ProblemError } from '@bourse/core/interfaces';

/**
 * Reads the digests that a release approves.
 *
 * @throws ProblemError INPUT_UNREADABLE
 */
export function readApprovedDigests(file: string): string[] {
  try {
    return DigestSchema.array().parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (cause) {
    throw new ProblemError(
      {
        code: 'INPUT_UNREADABLE',
        message: 'BOURSE_APPROVED_DIGESTS names a file that is no JSON list of digests.',
        remedy: 'Build the plugins again, or unset the variable and approve each plugin yourself.',
        place: { file },
      },
      { cause },
    );
  }
}
