import { expect, test } from '@jest/globals';
import { copyPlugin } from '../fixtures/plugin-folder.js';
import { checkPlugin } from './check-plugin.js';
import type { QualityRule } from './quality-rule.js';
import { formatReport } from './report/format-report.js';
import { QUALITY_RULES } from './rules/quality-rules.js';

const rule = (code: QualityRule['code'], more: Partial<QualityRule>): QualityRule => ({
  code,
  level: 'bronze',
  title: 'it can be looked at',
  remedy: 'Mend it.',
  needs: 'files',
  check: () => [],
  ...more,
});

test('a rule that was not looked at says why, on the terminal too', async () => {
  using plugin = copyPlugin({ files: { 'src/index.ts': 'export {' } });
  const report = await checkPlugin(plugin.folder, [
    rule('BQ901', { exempts: () => 'it has no files' }),
    rule('BQ902', { check: () => [{ place: 'here', message: 'It is broken.' }] }),
    rule('BQ903', { after: ['BQ902'] }),
    rule('BQ904', { needs: 'bundle' }),
  ]);
  expect(report.rules.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['not concerned', 'it has no files'],
    ['broken', undefined],
    ['blocked', 'BQ902 is broken'],
    ['blocked', 'it needs a bundle'],
  ]);
  expect(formatReport(report)).toContain('it can be looked at\n    not looked at: it has no files\n');
});

test('a plugin without a network is told so by every rule about one', async () => {
  using plugin = copyPlugin();
  const rules = QUALITY_RULES.filter(({ code }) =>
    ['BQ203', 'BQ206', 'BQ207', 'BQ210', 'BQ213'].includes(code),
  );
  const report = await checkPlugin(plugin.folder, rules);
  expect(report.rules.map(({ outcome, reason }) => [outcome, reason])).toEqual([
    ['not concerned', 'plugin.json has no "network"'],
    ['not concerned', 'plugin.json has no "credentials" that are kept'],
    ['not concerned', 'plugin.json has no "network"'],
    ['not concerned', 'no permission of plugin.json has "captures": there is no session'],
    ['not concerned', 'plugin.json has neither "transaction" nor "dividend" in "services"'],
  ]);
});
