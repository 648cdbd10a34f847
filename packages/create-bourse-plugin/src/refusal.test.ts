import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { REFUSAL_CODES } from './refusal.js';

test('the README lists every code with its meaning', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const rows = Array.from(readme.matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\|$/gm), ([, code, meaning]) => [
    code,
    meaning,
  ]);
  expect(Object.fromEntries(rows)).toEqual(REFUSAL_CODES);
});
