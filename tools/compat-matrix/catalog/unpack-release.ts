import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from '../../root.ts';
import { RELEASES } from '../release-index.ts';
import type { ReleasedPackage } from '../released-package.ts';
import { unpack } from './unpack.ts';

/**
 * Unpacks a kept release, if that was not done yet.
 *
 * @throws Error where the archive is not the one that was released
 */
export function unpackRelease(release: ReleasedPackage, folder: string, releases = RELEASES): void {
  demandReleased(release, releases);
  unpack(join(releases, release.file), folder);
}

function demandReleased({ file, sha256 }: ReleasedPackage, releases: string): void {
  const path = join(releases, file);
  const place = relative(ROOT, path);
  const mend = `Bring it back as it was released: git restore ${place}`;
  if (!existsSync(path)) throw new Error(`${place} is missing, and the index lists it. ${mend}`);
  const found = hash('sha256', readFileSync(path), 'hex');
  if (found !== sha256)
    throw new Error(`${place} has the SHA-256 ${found}, and the index says ${sha256}. ${mend}`);
}
