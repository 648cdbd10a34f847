import { expect, test } from '@jest/globals';
import { formatRanges } from './ranges.js';

test.each([
  [[], ''],
  [[7], '7'],
  [[3, 1, 2, 2, 9], '1–3, 9'],
  [[1, 3, 5, 7, 9, 11, 13, 15, 17], '1, 3, 5, 7, 9, 11, 13, 15, …'],
])('%j is shown as %j', (numbers, shown) => {
  expect(formatRanges(numbers)).toBe(shown);
});
