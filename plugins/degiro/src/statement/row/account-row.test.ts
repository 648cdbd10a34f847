import { describe, expect, test } from '@jest/globals';
import { buildCells, buildRow, LAYOUT, type Cells } from '../../../test/build-row.js';
import { toAccountRow } from './account-row.js';
import { NumberMarks } from './number-marks.js';
import { RowError } from './row-error.js';

function errorOf(cells: Cells): unknown {
  try {
    buildRow(cells);
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('what a row says', () => {
  test('times are those of Amsterdam', () => {
    expect(buildRow({ date: '19-12-2022', time: '18:33' })).toMatchObject({
      date: '2022-12-19',
      printedTime: '18:33',
      instant: '2022-12-19T17:33:00Z',
    });
    expect(buildRow({ date: '15-07-2020', time: '00:00' })).toMatchObject({
      date: '2020-07-15',
      instant: '2020-07-14T22:00:00Z',
    });
  });

  test.each([
    ['31-03-2024', '02:30'],
    ['27-10-2024', '02:30'],
  ])('%s %s exists twice or never and is no instant', (date, time) => {
    const row = buildRow({ date, time });
    expect(row.printedTime).toBe('02:30');
    expect(row).not.toHaveProperty('instant');
  });

  test('a program that works with tables may have saved dates and times in its own way', () => {
    expect(buildRow({ date: '1-5-2024', time: '9:30:00', valueDate: '30.04.2024' })).toMatchObject({
      date: '2024-05-01',
      printedTime: '09:30',
      valueDate: '2024-04-30',
    });
  });

  test('dates may begin with the year', () => {
    expect(buildRow({ date: '2024-05-01', valueDate: '2024-04-30' })).toMatchObject({
      date: '2024-05-01',
      valueDate: '2024-04-30',
    });
  });

  test('what is not printed is absent', () => {
    const row = buildRow({ amount: '', currency: '', valueDate: '', orderId: ' ' });
    for (const name of ['money', 'valueDate', 'orderId', 'rate', 'isin'])
      expect(row).not.toHaveProperty(name);
  });

  test('the description is repaired, the cells are not', () => {
    const row = buildRow({ description: 'CrÃ©dito  de divisa' });
    expect(row.description).toBe('Crédito de divisa');
    expect(row.folded).toBe('credito de divisa');
    expect(row.cells[5]).toBe('CrÃ©dito  de divisa');
  });

  test('a rate has decimals, whatever the other numbers look like', () => {
    expect(buildRow({ rate: '1,129' }).rate).toBe('1.129');
    expect(buildRow({ rate: '1.129' }).rate).toBe('1.129');
    expect(buildRow({ rate: '85,3466' }).rate).toBe('85.3466');
  });
});

describe('what cannot be read', () => {
  test.each<readonly [Cells, string, string]>([
    [{ date: '31-02-2024' }, 'date', '"31-02-2024" is no date such as 31-12-2024.'],
    [{ date: '2024-31-12' }, 'date', '"2024-31-12" is no date such as 31-12-2024.'],
    [{ date: '05/06/2024' }, 'date', '"05/06/2024" is no date such as 31-12-2024.'],
    [{ time: '25:00' }, 'time', '"25:00" is no time such as 18:33.'],
    [{ valueDate: 'soon' }, 'valueDate', '"soon" is no date such as 31-12-2024.'],
    [{ amount: '1,2,3' }, 'amount', '"1,2,3" is no amount.'],
    [{ currency: 'BTC' }, 'currency', '"BTC" is no currency.'],
    [{ currency: '' }, 'currency', '"" is no currency.'],
    [{ balance: 'much' }, 'balance', '"much" is no amount.'],
    [{ rate: '-1,2' }, 'rate', '"-1,2" is no exchange rate.'],
    [{ description: ' ' }, 'description', 'The description is missing.'],
    [{ orderId: '5925d76b-eb36-' }, 'orderId', 'The order id "5925d76b-eb36-" is cut off.'],
    [{ orderId: 'x'.repeat(101) }, 'orderId', `"${'x'.repeat(60)}…" is no order id.`],
  ])('%j', (cells, column, message) => {
    const error = errorOf(cells);
    expect(error).toBeInstanceOf(RowError);
    expect(error).toMatchObject({ column, message });
  });

  test.each([
    ['too few', buildCells().slice(0, 11)],
    ['too many', [...buildCells(), '80']],
  ])('%s cells', (_, cells) => {
    expect(() => toAccountRow({ ordinal: 1, lines: [2], cells }, LAYOUT, new NumberMarks())).toThrow(
      RowError,
    );
  });

  test('empty cells behind the last do not count', () => {
    const cells = [...buildCells(), '', ' '];
    expect(toAccountRow({ ordinal: 1, lines: [2], cells }, LAYOUT, new NumberMarks()).date).toBe(
      '2024-05-15',
    );
  });
});
