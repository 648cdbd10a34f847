import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { digestInputs } from './inputs.ts';
import { readReleaseIndex } from './release-index.ts';
import { digestOnPage } from './report/page.ts';

const PAGE = readFileSync(join(ROOT, 'docs', 'compatibility.md'), 'utf8');

/** Whether its words are true is what `npm run matrix -- --check` says, which runs them. */
test('docs/compatibility.md was made from the releases and suites that are kept now: npm run matrix', () => {
  expect(digestOnPage(PAGE)).toBe(digestInputs());
});

test('docs/compatibility.md has every released plugin and every released core', () => {
  for (const { name, version } of readReleaseIndex()) {
    if (name === '@bourse/core') expect(PAGE).toContain(`core ${version}, contract`);
    if (name.startsWith('@bourse/plugin-'))
      expect(PAGE).toContain(`| ${name.replace('@bourse/plugin-', '')} ${version} `);
  }
});
