import { expect, test } from '@jest/globals';
import { judgeSight } from './judge-sights.ts';

const sight = { versions: { '@acme/core': '1.1.0', '@acme/plugin': '1.0.0' }, portfolio: 'one share' };
const latest = new Map(
  Object.entries({ '@acme/core': '1.1.0', '@acme/plugin': '1.0.0', '@acme/sdk': '3.0.0' }),
);

test('all is well when a user has the newest of what he uses and sees the same', () => {
  expect(judgeSight('A user', sight, { latest, expectedPortfolio: 'one share' })).toEqual([]);
});

test('a version that did not arrive, and a portfolio that changed, are told', () => {
  const newer = new Map([...latest, ['@acme/core', '1.2.0']]);
  expect(judgeSight('A user', sight, { latest: newer, expectedPortfolio: 'two shares' })).toEqual([
    'A user has @acme/core 1.1.0, not 1.2.0.',
    'A user sees another portfolio:\none share\nin place of:\ntwo shares',
  ]);
});
