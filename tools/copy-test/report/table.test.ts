import { expect, test } from '@jest/globals';
import { formatOutcomes } from './table.ts';

test('a table has the seconds of each step, and what a step that failed has said', () => {
  const outcomes = [
    {
      plugin: 'broken',
      ok: false,
      steps: [{ step: 'install', seconds: 12, ok: false, output: 'no such package' }],
    },
    {
      plugin: 'good',
      ok: true,
      steps: [
        { step: 'install', seconds: 3.2, ok: true },
        { step: 'build', seconds: 1.1, ok: true },
      ],
    },
  ];
  expect(formatOutcomes(outcomes)).toBe(
    [
      '   plugin  install  build   total',
      '✗  broken   FAILED         12.0 s',
      '✓  good      3.2 s  1.1 s   4.3 s',
      '',
      '✗ broken: install',
      'no such package',
    ].join('\n'),
  );
});
