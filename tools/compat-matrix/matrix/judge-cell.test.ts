import { expect, test } from '@jest/globals';
import type { Column } from './column.ts';
import { judgeCell, type Evidence } from './judge-cell.ts';

const COLUMN: Column = {
  core: { version: '1.0.0', isReleased: true, contracts: ['1.0.0'] },
  contract: '1.0.0',
  serving: 'served',
};
const NOTHING: Evidence = { refusals: [], compared: 0, differences: [] };
const RAN: Evidence = { ...NOTHING, settled: '1.0.0', compared: 1 };
const RUN = { task: 'run', settles: '1.0.0' } as const;

test.each([
  ['works', RUN, RAN],
  ['refused as declared', { task: 'refuse' }, { ...NOTHING, refusals: ['API_INCOMPATIBLE'] }],
] as const)('%s', (outcome, plan, evidence) => {
  expect(judgeCell(plan, COLUMN, evidence)).toEqual({ outcome });
});

test.each([
  [
    'an undeclared refusal',
    RUN,
    { ...NOTHING, refusals: ['API_INCOMPATIBLE'], failure: 'No.' },
    /although its manifest claims/,
  ],
  ['an undeclared welcome', { task: 'refuse' }, NOTHING, /let in although/],
  [
    'a refusal for another reason',
    { task: 'refuse' },
    { ...NOTHING, refusals: ['OS_UNSUPPORTED'] },
    /let in/,
  ],
  ['a question that failed', { task: 'refuse' }, { ...NOTHING, failure: 'No core.' }, /No core/],
  ['a run that failed', RUN, { ...RAN, failure: 'It fell over.' }, /It fell over/],
  ['a suite of which nothing was run', RUN, { ...RAN, compared: 0 }, /nothing of its suite/],
  ['another contract than the best', RUN, { ...RAN, settled: '0.9.0' }, /contract 0.9.0, not on 1.0.0/],
  ['other results', RUN, { ...RAN, differences: ['a: expected 1, found 2'] }, /expected 1/],
] as const)('%s is broken', (_, plan, evidence, message) => {
  expect(judgeCell(plan, COLUMN, evidence)).toEqual({
    outcome: 'broken',
    message: expect.stringMatching(message),
  });
});
