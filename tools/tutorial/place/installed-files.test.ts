import { expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changedFiles, digestFiles } from './installed-files.ts';

test('a file that came, went or was changed is told', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bourse-installed-'));
  try {
    for (const name of ['stays', 'changes', 'goes']) writeFileSync(join(folder, name), 'a');
    const before = digestFiles(folder);
    writeFileSync(join(folder, 'changes'), 'b');
    rmSync(join(folder, 'goes'));
    writeFileSync(join(folder, 'comes'), 'a');
    expect(changedFiles(before, digestFiles(folder))).toEqual(['changes', 'comes', 'goes']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('before the installation there is nothing', () => {
  expect(digestFiles('/nowhere').size).toBe(0);
});
