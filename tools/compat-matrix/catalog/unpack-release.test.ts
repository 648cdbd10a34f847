import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { appendFileSync, cpSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReleaseIndex, RELEASES } from '../release-index.ts';
import { unpackRelease } from './unpack-release.ts';

const [release] = readReleaseIndex();
let work: string;

beforeEach(() => {
  work = mkdtempSync(join(realpathSync(tmpdir()), 'releases-'));
});

afterEach(() => rmSync(work, { recursive: true, force: true }));

function unpackCopy(change: (archive: string) => void): void {
  if (release === undefined) throw new Error('No release is kept');
  const archive = join(work, release.file);
  cpSync(join(RELEASES, release.file), archive);
  change(archive);
  unpackRelease(release, join(work, 'unpacked'), work);
}

test('an archive is unpacked that is the one of the index', () => {
  unpackCopy(() => {});
  expect(existsSync(join(work, 'unpacked', 'package.json'))).toBe(true);
});

test('one that was changed is refused with what brings it back', () => {
  expect(() => unpackCopy((archive) => appendFileSync(archive, 'x'))).toThrow(
    /has the SHA-256 .* git restore /,
  );
  expect(existsSync(join(work, 'unpacked'))).toBe(false);
});

test('one that is missing is named', () => {
  expect(() => unpackCopy((archive) => rmSync(archive))).toThrow(
    /is missing, and the index lists it\. .* git restore /,
  );
});
