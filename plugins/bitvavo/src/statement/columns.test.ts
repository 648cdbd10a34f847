import { describe, expect, test } from '@jest/globals';
import { findColumns } from './columns.js';

const CURRENT =
  'Timezone,Date,Time,Type,Currency,Amount,Quote Currency,Quote Price,Received / Paid Currency,Received / Paid Amount,Fee currency,Fee amount,Status,Transaction ID,Address'.split(
    ',',
  );
const FORMER =
  'Timezone,Date,Time,Type,Currency,Amount,Price (EUR),EUR received / paid,Fee currency,Fee amount,Status,Transaction ID,Address'.split(
    ',',
  );

describe('findColumns', () => {
  test('finds the columns of the current header', () => {
    const { positions, width, impliedCurrency } = findColumns(CURRENT);
    expect(positions).toMatchObject({ timezone: 0, settledAmount: 9, address: 14 });
    expect(width).toBe(15);
    expect(impliedCurrency).toBe('');
  });

  test('finds the columns of the former header, in which all is in euros', () => {
    const { positions, impliedCurrency } = findColumns(FORMER);
    expect(positions).toMatchObject({ quotePrice: 6, settledAmount: 7 });
    expect(positions.quoteCurrency).toBeUndefined();
    expect(impliedCurrency).toBe('EUR');
  });

  test('finds columns in any order, among others, however they are spaced and capitalised', () => {
    const shuffled = ['Note', ...CURRENT.toReversed()].map((name) => ` ${name.toUpperCase()}`);
    expect(findColumns(shuffled).positions).toMatchObject({ address: 1, timezone: 15 });
  });

  test('reads a file without the column of addresses', () => {
    expect(findColumns(CURRENT.slice(0, -1)).positions.address).toBe(-1);
  });

  test.each(CURRENT.slice(0, -1))('names the missing column %s', (name) => {
    const header = CURRENT.filter((each) => each !== name);
    expect(() => findColumns(header)).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_FORMAT',
        message: `The transaction history lacks the column "${name}".`,
        place: { column: name },
      }),
    );
  });

  test('names a column of the former header that is missing', () => {
    const header = FORMER.filter((each) => each !== 'Price (EUR)');
    expect(() => findColumns(header)).toThrow('lacks the column "Price (EUR)"');
  });

  test('refuses a header with the same column twice', () => {
    expect(() => findColumns([...CURRENT, 'Amount'])).toThrow('has twice the column "Amount"');
  });
});
