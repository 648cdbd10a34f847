import { expect, test } from '@jest/globals';
import { OpenPairs } from './open-pairs.js';

const row = (ordinal: number, amount: string, currency = 'EUR') => ({
  ordinal,
  lines: [ordinal + 1],
  money: { amount, currency },
});

test('the opposite amount takes a row back, in whatever spelling', () => {
  const pairs = new OpenPairs();
  expect(pairs.add(row(1, '-26.45'))).toBeUndefined();
  expect(pairs.add(row(2, '26.4500'))?.ordinal).toBe(1);
  expect(pairs.rest()).toEqual([]);
});

test('the same sign, another amount and another currency do not', () => {
  const pairs = new OpenPairs();
  for (const open of [row(1, '5'), row(2, '5'), row(3, '-6'), row(4, '-5', 'USD')]) {
    expect(pairs.add(open)).toBeUndefined();
  }
  expect(pairs.rest().map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4]);
});

test('the row that has waited longest comes first', () => {
  const pairs = new OpenPairs();
  pairs.add(row(1, '5'));
  pairs.add(row(2, '5'));
  expect(pairs.add(row(3, '-5'))?.ordinal).toBe(1);
  expect(pairs.rest().map(({ ordinal }) => ordinal)).toEqual([2]);
});
