import { expect, test } from '@jest/globals';
import { quoteCell } from './quote-cell.js';

test.each([
  ['', '""'],
  ['12,50', '"12,50"'],
  ['x'.repeat(60), `"${'x'.repeat(60)}"`],
  ['x'.repeat(61), `"${'x'.repeat(60)}…"`],
])('%p is shown as %p', (cell, shown) => {
  expect(quoteCell(cell)).toBe(shown);
});
