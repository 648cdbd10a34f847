import { describe, expect, test } from '@jest/globals';
import { listHeaderCells } from './csv-cells.js';

const holds = (text: string, ...cells: string[]): boolean =>
  listHeaderCells(text).some((line) => cells.every((cell) => line.has(cell)));

describe('the cells of a header', () => {
  test.each([
    ['a delimiter inside quotes', '"Price, EUR";"Date"', ['Price, EUR', 'Date']],
    ['another delimiter inside a cell', 'Price, EUR;Date', ['Price, EUR', 'Date']],
    ['doubled quotes', '"The ""net"" price",Date', ['The "net" price', 'Date']],
    ['a quote that is never closed', 'Date,"Amount', ['Date', 'Amount']],
    ['bars', 'Date|Amount', ['Date', 'Amount']],
    ['one cell alone', 'Date', ['Date']],
  ])('are found with %s', (_, text, cells) => {
    expect(holds(text, ...cells)).toBe(true);
  });

  test('stand in one line', () => {
    expect(holds('Date,A\nAmount,B', 'Date', 'Amount')).toBe(false);
  });

  test('are looked for in the first 30 lines', () => {
    expect(holds(`${'x\n'.repeat(29)}Date,Amount`, 'Date')).toBe(true);
    expect(holds(`${'x\n'.repeat(30)}Date,Amount`, 'Date')).toBe(false);
  });
});
