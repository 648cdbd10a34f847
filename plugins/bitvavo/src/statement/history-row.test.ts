import { describe, expect, test } from '@jest/globals';
import { findColumns } from './columns.js';
import { toHistoryRow } from './history-row.js';
import { NumberMarks } from './number-marks.js';

const HEADER =
  'Timezone,Date,Time,Type,Currency,Amount,Price (EUR),EUR received / paid,Fee currency,Fee amount,Status,Transaction ID,Address'.split(
    ',',
  );
const LAYOUT = findColumns(HEADER);
const CELLS = 'UTC,2022-06-14,09:03:41,Deposit, EUR ,10,,,EUR,0,COMPLETED,id-1,NL07***91'.split(',');

const read = (cells: readonly string[]) =>
  toHistoryRow({ ordinal: 3, line: 5, cells }, HEADER, LAYOUT, new NumberMarks());

describe('toHistoryRow', () => {
  test('takes the spaces around cells off and lowers type and status', () => {
    expect(read(CELLS)).toMatchObject({
      ordinal: 3,
      line: 5,
      type: 'deposit',
      currency: 'EUR',
      status: 'completed',
      quotePrice: '',
      quoteCurrency: 'EUR',
    });
  });

  test('reads a type with spaces, and numbers with a decimal comma', () => {
    const cells = CELLS.with(3, 'Fixed Staking').with(5, '1.234,56');
    expect(read(cells)).toMatchObject({ type: 'fixed_staking', amount: '1234.56' });
    expect(read(cells).raw).toMatchObject({ Type: 'Fixed Staking', Amount: '1.234,56' });
  });

  test('keeps the text of the row as it was', () => {
    expect(read(CELLS).raw).toMatchObject({ Type: 'Deposit', Currency: ' EUR ', Status: 'COMPLETED' });
  });

  test('takes empty cells behind the last column for nothing', () => {
    expect(read([...CELLS, '', ' ']).transactionId).toBe('id-1');
  });

  test('refuses a row that is shorter or longer than the header', () => {
    expect(() => read(CELLS.slice(0, -1))).toThrow('The row has 12 cells, the header 13.');
    expect(() => read([...CELLS, 'more'])).toThrow('The row has 14 cells, the header 13.');
  });

  test('refuses a row whose quotes cannot be understood', () => {
    const row = { ordinal: 3, line: 5, cells: CELLS, malformed: 'A quote is not closed.' };
    expect(() => toHistoryRow(row, HEADER, LAYOUT, new NumberMarks())).toThrow('A quote is not closed.');
  });
});
