import { expect, test } from '@jest/globals';
import { formatVerdicts } from './format-verdicts.ts';
import { runGate } from './run-gate.ts';
import { LIBRARY, packFiles } from './testing/made-up-package.ts';

test('the table has a row for each package and says what is wrong', async () => {
  using made = packFiles(LIBRARY);
  const rules = [
    { name: 'fine', check: () => [] },
    { name: 'strict', check: () => ['it is too blue.'] },
  ];
  const verdicts = await runGate([made.facts], rules);
  expect(verdicts.map(({ rule, ok }) => [rule, ok])).toEqual([
    ['fine', true],
    ['strict', false],
  ]);
  const lines = formatVerdicts([made.facts], verdicts).split('\n');
  expect(lines[1]).toMatch(/^packages\/made-up +1 {2}✓ +✗$/);
  expect(lines.at(-1)).toBe('packages/made-up: strict: it is too blue.');
});
