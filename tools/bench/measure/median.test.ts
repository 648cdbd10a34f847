import { expect, test } from '@jest/globals';
import { median } from './median.ts';

test.each([
  [[3], 3],
  [[1, 100, 2], 2],
  [[4, 1, 3, 2], 2],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('nothing has no median', () => {
  expect(() => median([])).toThrow('median');
});
