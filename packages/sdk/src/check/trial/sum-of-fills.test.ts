import { expect, test } from '@jest/globals';
import { buildPosition, buildTransaction } from '../../testing/index.js';
import { findQuantityConflicts } from './sum-of-fills.js';

const EMPTY = { transactions: [], transfers: [], corporateActions: [], positions: [] };

function conflictOf(bought: readonly string[], held: string): string[] {
  const transactions = bought.map((quantity) => buildTransaction({ quantity }));
  const { instrument, accountId } = buildTransaction();
  const positions = [buildPosition({ instrument, accountId, quantity: held })];
  return findQuantityConflicts([{ ...EMPTY, transactions, positions } as never]);
}

test('what is held is the sum of what was bought', () => {
  expect(conflictOf(['0.1', '0.2'], '0.3')).toEqual([]);
});

test.each([
  [['0.1', '0.3'], '0.3', '0.1 more'],
  [['1'], '1.00000001', '0.00000001 less'],
  [['3'], '5', '2 less'],
])('a difference is told as an exact decimal: %j and %s', (bought, held, difference) => {
  expect(conflictOf(bought, held)).toEqual([
    expect.stringContaining(`the records make ${difference} than is held.`),
  ]);
});
