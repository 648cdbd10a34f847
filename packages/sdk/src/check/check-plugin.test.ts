import { expect, jest, test } from '@jest/globals';
import { checkPlugin } from './check-plugin.js';
import { goodPlugin } from './fixtures/good-plugin.js';
import { mutants } from './fixtures/mutants.js';
import { QUALITY_RULES } from './rules/quality-rules.js';

// Builds and processes take their time on a busy machine.
jest.setTimeout(120_000);

/** All but the one that measures time, which says little on a machine that runs other tests. */
const RULES = QUALITY_RULES.filter(({ code }) => code !== 'BQ106');

const brokenOf = ({ rules }: Awaited<ReturnType<typeof checkPlugin>>): string[] =>
  rules.filter(({ outcome }) => outcome === 'broken').map(({ code }) => code);

test('a plugin that keeps every rule is gold', async () => {
  using plugin = goodPlugin();
  const report = await checkPlugin(plugin.folder, RULES);
  expect(report.rules.flatMap(({ shortcomings }) => shortcomings)).toEqual([]);
  expect(report).toMatchObject({ plugin: { id: 'acme', version: '1.2.3' }, level: 'gold' });
  expect(report.figures).toEqual({ bundleBytes: expect.any(Number) });
});

test.each(mutants)('a plugin that $what breaks $code and nothing else', async ({ code, changes }) => {
  using plugin = goodPlugin(changes);
  const report = await checkPlugin(plugin.folder, RULES);
  expect(brokenOf(report)).toEqual([code]);
  const { level, shortcomings = [] } = report.rules.find((rule) => rule.code === code) ?? {};
  expect(shortcomings[0]?.remedy).toBeTruthy();
  expect(report.level).toBe({ bronze: 'none', silver: 'bronze', gold: 'silver' }[level ?? 'bronze']);
});

test('codes are used once and stand in order, and the first digit tells the level', () => {
  const codes = QUALITY_RULES.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].sort());
  const digits = { bronze: '0', silver: '1', gold: '2' };
  for (const { code, level } of QUALITY_RULES) expect(code.at(2)).toBe(digits[level]);
});
