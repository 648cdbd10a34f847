import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../root.ts';

const PAGE = readFileSync(join(ROOT, 'docs', 'security-model.md'), 'utf8');
const LINK = /\[([^\]]+)\]\(([^)]+\.ts)\)/g;

/** What the page offers as proof: a title of a test, or the name of a hostile plugin, and its file. */
const proofs = Array.from(
  PAGE.matchAll(LINK),
  ([, name = '', path = '']) => [name, join(ROOT, 'docs', path)] as const,
);

test('docs/security-model.md links to tests and to hostile plugins', () => {
  expect(proofs.filter(([, path]) => path.endsWith('.test.ts')).length).toBeGreaterThan(15);
  expect(proofs.filter(([, path]) => path.includes('/tools/security/plugins/')).length).toBeGreaterThan(40);
});

test.each(proofs)('"%s" is in %s', (name, path) => {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const isTest = path.endsWith('.test.ts');
  expect(text).toContain(isTest ? `'${name}'` : `name: '${basename(path, '.ts')}'`);
  if (!isTest) expect(name).toBe(basename(path, '.ts'));
});

/** Every row of a table names a proof, but those of the limits. */
test('each claim of docs/security-model.md has a proof', () => {
  const [, claims = ''] = PAGE.split('## Approval');
  const tables = claims.split('\n\n').filter((block) => /^\| claim/.test(block));
  const rows = tables.flatMap((table) => table.trim().split('\n').slice(2));
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.filter((row) => !/\]\([^)]+\.ts\)/.test(row))).toEqual([]);
});

const LIMITS = readFileSync(join(ROOT, 'packages', 'core', 'src', 'cell', 'host', 'limits.ts'), 'utf8');

test.each([
  [/V8's heap of a cell +\| 160 MB/, 'heapMegabytes: 160,'],
  [/resident memory of a cell, .* +\| 256 MB/, 'rssMegabytes: 256,'],
  [/one call, one item of a stream +\| 30 s/, 'callMs: 30_000,'],
  [/one stream in all +\| 10 min/, 'streamMs: 600_000,'],
  [/start of the process, load, activate +\| 10 s each/, 'startMs: 10_000,'],
  [/start of the process, load, activate +\| 10 s each/, 'loadMs: 10_000,'],
  [/start of the process, load, activate +\| 10 s each/, 'activateMs: 10_000,'],
  [/deactivate +\| 2 s/, 'deactivateMs: 2_000,'],
  [/counts as unresponsive +\| 3 s/, 'unresponsiveMs: 3_000,'],
  [/quarter of a processor over 10 s/, 'idleCpuMs: 10_000,'],
])('the limit %s of docs/security-model.md is the one of the code', (line, limit) => {
  expect(PAGE).toMatch(line);
  expect(LIMITS).toContain(limit);
});
