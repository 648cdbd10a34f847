import { describe, expect, test } from '@jest/globals';
import { buildRow, type Cells } from '../../../test/build-row.js';
import { RowOrder } from './row-order.js';

const ROWS = ['first', 'second'];

function orderOf(...rows: readonly Cells[]): readonly string[] {
  const order = new RowOrder();
  for (const cells of rows) order.add(buildRow(cells));
  return order.newestFirst(ROWS);
}

const older = { amount: '5,00', balance: '15,00' };
const newer = { amount: '7,00', balance: '22,00' };

describe('the rows of one minute', () => {
  test('stand with the newest first where each balance goes on from the row below', () => {
    expect(orderOf(newer, older)).toEqual(ROWS);
  });

  test('are turned where each balance goes on from the row above', () => {
    expect(orderOf(older, newer)).toEqual(ROWS.toReversed());
  });

  test.each<readonly [string, readonly Cells[]]>([
    ['of several minutes', [older, { ...newer, time: '09:31' }]],
    ['of several days', [older, { ...newer, date: '16-05-2024' }]],
    ['of several currencies', [older, { ...newer, currency: 'USD', balanceCurrency: 'USD' }]],
    ['without balances', [older, { ...newer, balance: '' }]],
    ['that are alone', [older]],
  ])('%s tell nothing', (_, rows) => {
    expect(orderOf(...rows)).toEqual(ROWS);
  });
});
