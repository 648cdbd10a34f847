import { describe, expect, test } from '@jest/globals';
import { columnsOf, type Column } from './column.ts';
import { planCell, planTrial } from './plan-cell.ts';

const RELEASED = { version: '1.0.0', isReleased: true, contracts: ['1.0.0'] };
const OWN = { version: 'working tree', isReleased: false, contracts: ['1.0.0', '1.1.0'] };

const COLUMN: Column = { core: OWN, contract: '', serving: 'served' };
const COLUMNS: readonly Column[] = columnsOf([RELEASED, OWN]);
const [released = COLUMN, own10 = COLUMN, own11 = COLUMN, beside = COLUMN, alone = COLUMN] = COLUMNS;

test('each core has a column for each contract, and the working tree two for the next major', () => {
  expect(
    [released, own10, own11, beside, alone].map(({ contract, serving }) => `${contract} ${serving}`),
  ).toEqual(['1.0.0 served', '1.0.0 served', '1.1.0 served', '2.0.0 beside', '2.0.0 alone']);
});

describe('a plugin for 1.x', () => {
  const api = '>=1.0.0 <2.0.0';

  test('runs with its own manifest on the contract that the core would take', () => {
    expect(planCell(api, released)).toEqual({ task: 'run', settles: '1.0.0' });
    expect(planCell(api, own11)).toEqual({ task: 'run', settles: '1.1.0' });
    expect(planCell(api, beside)).toEqual({ task: 'run', settles: '1.1.0' });
  });

  test('is held to an older contract by a narrower claim', () => {
    expect(planCell(api, own10)).toEqual({ task: 'run', settles: '1.0.0', pinned: '>=1.0.0 <1.1.0' });
  });

  test('has to be refused where 2.0 alone is served', () => {
    expect(planCell(api, alone)).toEqual({ task: 'refuse' });
  });
});

test('a plugin that claims 2.0 as well is asked to speak it', () => {
  expect(planCell('>=1.0.0 <3.0.0', beside)).toEqual({ task: 'run', settles: '2.0.0' });
  expect(planCell('>=1.0.0 <3.0.0', alone)).toEqual({ task: 'run', settles: '2.0.0' });
});

test('what is not claimed can be tried whatever the manifest says', () => {
  expect(planCell('>=1.1.0 <2.0.0', own10)).toEqual({ task: 'refuse' });
  expect(planTrial(own10)).toEqual({ task: 'run', settles: '1.0.0', pinned: '>=1.0.0 <1.1.0' });
  expect(planTrial(released)).toEqual({ task: 'run', settles: '1.0.0', pinned: '>=1.0.0 <2.0.0' });
});
