import { expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pruneCache } from './prune-cache.ts';

test('what was made long ago goes, a file or a folder, and the rest stays', () => {
  const cache = mkdtempSync(join(tmpdir(), 'bourse-cache-'));
  try {
    const [old, young] = [new Date(2026, 0, 1), new Date(2026, 0, 9)];
    mkdirSync(join(cache, 'cells'));
    mkdirSync(join(cache, 'cores', 'old'), { recursive: true });
    for (const name of ['old', 'young']) writeFileSync(join(cache, 'cells', name), '{}');
    for (const path of ['cells/old', 'cores/old']) utimesSync(join(cache, path), old, old);
    utimesSync(join(cache, 'cells', 'young'), young, young);
    pruneCache(cache, young.getTime());
    expect(['cells', 'cores'].map((kind) => readdirSync(join(cache, kind)))).toEqual([['young'], []]);
    pruneCache(join(cache, 'nowhere'), young.getTime());
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
});
