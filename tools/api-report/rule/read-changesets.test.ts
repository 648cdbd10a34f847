import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readChangesets } from './read-changesets.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bourse-changesets-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the largest step of each package counts, and the README is no changeset', () => {
  writeFileSync(join(folder, 'README.md'), "---\n'@bourse/core': major\n---\n");
  writeFileSync(join(folder, 'a.md'), '---\n\'@bourse/core\': minor\n"@bourse/sdk": patch\n---\n\nText.\n');
  writeFileSync(join(folder, 'b.md'), "---\n'@bourse/core': patch\n---\n\n'@bourse/cli': major\n");
  expect([...readChangesets(folder)]).toEqual([
    ['@bourse/core', 'minor'],
    ['@bourse/sdk', 'patch'],
  ]);
});
