import type { BourseManifest } from '../../manifest/index.js';
import type { NewConnection } from './connection-summary.js';
import { checkCredentials } from './credentials.js';
import { expectOrigins } from './expect-origins.js';
import { expectPrograms, invalid } from './local-programs.js';

/** @throws ProblemError CREDENTIAL_MISSING, CREDENTIAL_INVALID, INVALID_REQUEST */
export function checkNewConnection(
  manifest: BourseManifest,
  { credentials, origins, programs = {} }: NewConnection,
): void {
  checkCredentials(manifest.credentials ?? {}, credentials);
  expectOrigins(manifest, origins ?? {});
  expectPrograms(manifest, programs);
  if (origins !== undefined && Object.keys(programs).length > 0)
    throw invalid(
      'A development connection has no programs that are trusted by their certificates.',
      'Name their addresses as origins.',
    );
}
