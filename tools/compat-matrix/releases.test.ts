import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readReleaseIndex, RELEASES } from './release-index.ts';

/** All releases together; they are part of every clone. */
const LIMIT_BYTES = 5_000_000;

const releases = readReleaseIndex();

describe('the kept releases', () => {
  test('are the archives that the index lists, and no others', () => {
    const archives = readdirSync(RELEASES).filter((name) => name.endsWith('.tgz'));
    expect(archives.sort()).toEqual(releases.map(({ file }) => file).sort());
  });

  test('are unchanged, and hold the package and version that the index names', () => {
    for (const { name, version, file, sha256 } of releases) {
      const bytes = readFileSync(join(RELEASES, file));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      const text = gunzipSync(bytes).toString('latin1');
      expect(text).toContain(`"name": "${name}"`);
      expect(text).toContain(`"version": "${version}"`);
    }
  });

  test('stay small', () => {
    const size = releases.reduce((sum, { file }) => sum + statSync(join(RELEASES, file)).size, 0);
    expect(size).toBeLessThan(LIMIT_BYTES);
  });
});
