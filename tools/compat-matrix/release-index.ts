import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReleaseIndexSchema, type ReleasedPackage } from './released-package.ts';

/** Where the archives of released packages are kept. */
export const RELEASES = join(import.meta.dirname, 'releases');

const INDEX = join(RELEASES, 'index.json');

/** The kept releases, by name and version. */
export function readReleaseIndex(): ReleasedPackage[] {
  return ReleaseIndexSchema.parse(JSON.parse(readFileSync(INDEX, 'utf8')));
}

export function writeReleaseIndex(releases: readonly ReleasedPackage[]): void {
  const sorted = [...releases].sort((left, right) => left.file.localeCompare(right.file, 'en'));
  writeFileSync(INDEX, `${JSON.stringify(sorted, null, 2)}\n`);
}
