import { expect, test } from '@jest/globals';
import { formatStep } from './table.ts';

test('a step shows what moved, what the matrix says, and what is wrong', () => {
  expect(
    formatStep({
      step: 'a minor of core',
      seconds: 12,
      moves: [
        { name: '@acme/core', before: '1.9.0', after: '1.10.0', bump: 'minor' },
        { name: 'acme', after: '1.0.0', bump: 'new' },
      ],
      matrix: { ok: 3, all: 4 },
      deviations: ['acme should not have moved: none → 1.0.0.'],
    }),
  ).toBe(
    [
      '✗ a minor of core (12.0 s)',
      '    @acme/core  1.9.0  →  1.10.0  minor',
      '    acme        –      →  1.0.0   new',
      '    3 of 4 cells of the matrix are as declared',
      '  ✗ acme should not have moved: none → 1.0.0.',
    ].join('\n'),
  );
});

test('a step in which nothing moved and nothing is wrong is one line', () => {
  expect(formatStep({ step: 'nothing', seconds: 0.04, moves: [], deviations: [] })).toBe('✓ nothing (0.0 s)');
});
