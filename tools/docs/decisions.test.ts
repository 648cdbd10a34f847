import { expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';

const FOLDER = join(ROOT, 'docs', 'adr');
const LINK = /\[([^\]]+)\]\(([^)]+\.test\.ts)\)/g;

const pages = readdirSync(FOLDER)
  .filter((name) => /^\d{4}-/.test(name))
  .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const);

/** The tests that decisions offer as proof: page, title and file. */
const proofs = pages.flatMap(([page, text]) =>
  Array.from(text.matchAll(LINK), ([, title = '', path = '']) => [page, title, join(FOLDER, path)] as const),
);

test('decisions about gateway, vault and audit name their tests', () => {
  expect(proofs.length).toBeGreaterThan(30);
});

test.each(proofs)('%s: "%s" is in %s', (_page, title, path) => {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  expect(text).toContain(`'${title}'`);
});

test.each(pages)('each claim in a table of %s has a test', (_name, text) => {
  const tables = text.split('\n\n').filter((block) => /^\| claim/.test(block));
  const rows = tables.flatMap((table) => table.trim().split('\n').slice(2));
  expect(rows.filter((row) => !/\]\([^)]+\.test\.ts\)/.test(row))).toEqual([]);
});
