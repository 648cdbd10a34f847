import { expect, jest, test } from '@jest/globals';
import { checkPlugin } from './check-plugin.js';
import { expectOneBroken, UNTIMED_RULES } from './fixtures/broken-rules.js';
import { goodPlugin } from './fixtures/good-plugin.js';
import { mutants } from './fixtures/mutants.js';
import { QUALITY_RULES } from './rules/quality-rules.js';

// Builds and processes take their time on a busy machine.
jest.setTimeout(120_000);

/** One of each level, and one that cannot be built; mutants.long.test.ts has all of them. */
const SAMPLE = ['BQ001', 'BQ007', 'BQ107', 'BQ212'].flatMap(
  (code) => mutants.find((mutant) => mutant.code === code) ?? [],
);

test('a plugin that keeps every rule is gold', async () => {
  using plugin = goodPlugin();
  const report = await checkPlugin(plugin.folder, UNTIMED_RULES);
  expect(report.rules.flatMap(({ shortcomings }) => shortcomings)).toEqual([]);
  expect(report).toMatchObject({ plugin: { id: 'acme', version: '1.2.3' }, level: 'gold' });
  expect(report.figures).toEqual({ bundleBytes: expect.any(Number) });
});

test.each(SAMPLE)('a plugin that $what breaks $code and nothing else', (mutant) => expectOneBroken(mutant));

test('codes are used once and stand in order, and the first digit tells the level', () => {
  const codes = QUALITY_RULES.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].sort());
  const digits = { bronze: '0', silver: '1', gold: '2' };
  for (const { code, level } of QUALITY_RULES) expect(code.at(2)).toBe(digits[level]);
});
