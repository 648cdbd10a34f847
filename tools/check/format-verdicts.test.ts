import { expect, test } from '@jest/globals';
import { formatVerdicts } from './format-verdicts.ts';

const rule = { code: 'BQ105', level: 'silver', title: 'the bundle is small' } as const;

test('a table has a line for each plugin, and what is broken stands below', () => {
  const shortcomings = [{ place: 'dist/plugin.js', message: 'It has 300000 bytes.', remedy: 'Import less.' }];
  const verdicts = [
    {
      plugin: { id: 'acme', version: '1.0.0' },
      level: 'gold' as const,
      ok: true,
      rules: [{ ...rule, outcome: 'kept' as const, shortcomings: [] }],
      figures: { bundleBytes: 2048, startRatio: 1.04 },
    },
    {
      plugin: { id: 'acme-two', version: '2.0.0' },
      level: 'bronze' as const,
      ok: false,
      rules: [{ ...rule, outcome: 'broken' as const, shortcomings }],
      figures: { bundleBytes: 300_000, startRatio: 1 },
    },
  ];
  expect(formatVerdicts(verdicts).split('\n')).toEqual([
    'plugin    version  level   kept  broken  bundle    start',
    'acme      1.0.0    gold    1     0       2.0 KB    1.04 ×',
    'acme-two  2.0.0    bronze  0     1       293.0 KB  1.00 ×',
    'acme-two: BQ105 the bundle is small',
    '  dist/plugin.js: It has 300000 bytes.',
    '  Import less.',
  ]);
});
