import { expect, test } from '@jest/globals';
import { ProblemError } from '@bourse/core/interfaces';
import { copyPlugin } from '../fixtures/plugin-folder.js';
import { checkPlugin } from './check-plugin.js';
import type { QualityRule } from './quality-rule.js';

const failing = (error: Error): QualityRule => ({
  code: 'BQ999',
  level: 'bronze',
  title: 'it can be looked at',
  remedy: 'The remedy of the rule.',
  needs: 'files',
  check: () => {
    throw error;
  },
});

test.each([
  [
    'its own',
    new ProblemError({ code: 'UNAVAILABLE', message: 'closed', remedy: 'Come back tomorrow.' }),
    'Come back tomorrow.',
  ],
  ['none', new Error('closed'), 'Mend what the reason names, then check again.'],
])('an attempt that fails has the remedy of its reason: %s', async (_, error, remedy) => {
  using plugin = copyPlugin();
  const { rules } = await checkPlugin(plugin.folder, [failing(error)]);
  expect(rules).toMatchObject([
    { outcome: 'broken', shortcomings: [{ message: expect.stringContaining('closed'), remedy }] },
  ]);
});
