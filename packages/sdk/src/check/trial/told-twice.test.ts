import { expect, test } from '@jest/globals';
import { buildFee, buildTransaction } from '../../testing/index.js';
import { findToldTwice } from './told-twice.js';

const LISTS = {
  transactions: [],
  cashMovements: [],
  transfers: [],
  dividends: [],
  fees: [],
  corporateActions: [],
  positions: [],
};

/** Statements with a trade and fees under these ids. */
function told(trade: string | undefined, fees: readonly string[] = []) {
  const source = trade === undefined ? {} : { recordId: trade };
  const statement = {
    ...LISTS,
    transactions: [buildTransaction({ source })],
    fees: fees.map((recordId) => buildFee({ source: { recordId } })),
  };
  return [statement] as never;
}

test('a booking with one id is told once', () => {
  expect(findToldTwice(told('R-1', ['F-1']), told('R-1', ['F-1']))).toEqual([]);
});

test('equal bookings of one day may have further ids', () => {
  expect(findToldTwice(told('R-1', ['F-1', 'F-2']), told('R-1', ['F-2', 'F-3']))).toEqual([]);
});

test.each([
  ['R-1', '"R-1" in the file, "api 1" in the lists.'],
  [undefined, 'no id in the file, "api 1" in the lists.'],
])('a booking with two ids is told twice: %s', (id, message) => {
  expect(findToldTwice(told(id), told('api 1'))).toEqual([expect.stringContaining(message)]);
});
