import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { PAGES } from './pages.ts';

test.each(Object.entries(PAGES))('docs/%s is what "npm run docs" writes', (path, render) => {
  expect(readFileSync(join(ROOT, 'docs', path), 'utf8')).toBe(render());
});
