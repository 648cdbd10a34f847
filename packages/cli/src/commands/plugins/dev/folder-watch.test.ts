import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderWatch } from './folder-watch.js';

let folder: string;
let watch: FolderWatch;

beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'bourse-watch-'));
  for (const name of ['src/deep', 'dist', 'node_modules/big'])
    mkdirSync(join(folder, name), { recursive: true });
  watch = new FolderWatch(folder);
});

afterEach(() => {
  watch[Symbol.dispose]();
  rmSync(folder, { recursive: true, force: true });
});

const write = (path: string): void => writeFileSync(join(folder, path), 'changed');
const never = new AbortController().signal;

/** Changes up to the one that is waited for: a system may tell of several in several bursts. */
async function changesWith(path: string): Promise<string[]> {
  const seen: string[] = [];
  while (!seen.includes(path)) seen.push(...(await watch.changes(never)));
  return seen;
}

describe('a watched folder', () => {
  test('tells of files that are written, in folders below too', async () => {
    write('src/deep/reader.ts');
    expect(await changesWith(join('src', 'deep', 'reader.ts'))).toEqual([join('src', 'deep', 'reader.ts')]);
  });

  test('tells of a file again that another one replaces', async () => {
    write('src/reader.ts');
    await changesWith(join('src', 'reader.ts'));
    for (let save = 0; save < 2; save += 1) {
      write('src/reader.ts.tmp');
      renameSync(join(folder, 'src/reader.ts.tmp'), join(folder, 'src/reader.ts'));
      await changesWith(join('src', 'reader.ts'));
    }
  });

  test('tells of what is in folders that are made later, or take the place of others', async () => {
    mkdirSync(join(folder, 'src/new'));
    await changesWith(join('src', 'new'));
    write('src/new/a.ts');
    await changesWith(join('src', 'new', 'a.ts'));
    renameSync(join(folder, 'src/new'), join(folder, 'src/old'));
    mkdirSync(join(folder, 'src/new'));
    await changesWith(join('src', 'new'));
    write('src/new/b.ts');
    await changesWith(join('src', 'new', 'b.ts'));
    write('src/old/c.ts');
    await changesWith(join('src', 'old', 'c.ts'));
  });

  test('says nothing of packages, results and what editors leave', async () => {
    for (const path of [
      'dist/plugin.js',
      'node_modules/big/index.js',
      'src/.reader.ts.swp',
      'src/reader.ts~',
    ])
      write(path);
    write('plugin.json');
    expect(await changesWith('plugin.json')).toEqual(['plugin.json']);
  });

  test('aborts a signal with the next change, and begins anew after that', async () => {
    const { nextChange } = watch;
    write('plugin.json');
    await changesWith('plugin.json');
    expect(nextChange.aborted).toBe(true);
    expect(watch.nextChange.aborted).toBe(false);
  });

  test('gives nothing where the wait is over first', async () => {
    expect(await watch.changes(AbortSignal.abort())).toEqual([]);
  });
});
