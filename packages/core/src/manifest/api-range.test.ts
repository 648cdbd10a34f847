import { expect, test } from '@jest/globals';
import { toApiRange } from './api-range.js';

test.each([
  ['1.0.0', '2.0.0', '>=1.0.0 <2.0.0'],
  ['1.0.0', undefined, '>=1.0.0'],
  [undefined, '2.0.0', '<2.0.0'],
  [undefined, undefined, '*'],
  ['1.0.0', '1.0.0', '1.0.0'],
])('from %s to %s is %s', (lowest, highest, range) => {
  expect(toApiRange(lowest, highest)).toBe(range);
});

test.each([
  ['2.0.0', '1.0.0'],
  ['one', '2.0.0'],
  ['1.0.0', '2'],
])('there is nothing from %s to %s', (lowest, highest) => {
  expect(toApiRange(lowest, highest)).toBeUndefined();
});
