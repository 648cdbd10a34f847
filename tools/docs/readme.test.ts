import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { followPage, type Followed } from './guide/follow-page.ts';
import { readBlocks } from './guide/read-blocks.ts';
import { findMissingLines } from './guide/write-script.ts';

/** For a machine that is busy with other tests. */
const PATIENCE_MS = 300_000;

let folder: string;
let followed: Followed;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bourse-readme-'));
  followed = await followPage(`TMPDIR='${folder}' npm start --silent`, {
    folder: ROOT,
    home: join(folder, 'home'),
  });
}, PATIENCE_MS);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The paper broker lives, so figures differ from day to day; signs and units do not matter either. */
function withoutFigures(text: string): string {
  return text.replace(/[+-]?\d[\d.,-]*/g, '#');
}

test('README.md shows what "npm start" prints, but for the figures', () => {
  const page = readBlocks(readFileSync(join(ROOT, 'README.md'), 'utf8'));
  const excerpt = page.find(({ language }) => language === 'text')?.content ?? '';
  const lines = excerpt.split('\n').map((line) => line.split('…')[0] ?? '');
  expect(lines.length).toBeGreaterThan(20);
  expect(followed.code).toBe(0);
  expect(findMissingLines(withoutFigures(lines.join('\n')), withoutFigures(followed.output))).toEqual([]);
});
