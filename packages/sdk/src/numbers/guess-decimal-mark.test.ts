import { expect, test } from '@jest/globals';
import { guessDecimalMark } from './guess-decimal-mark.js';

test.each([
  [['1,5'], ','],
  [['1.5'], '.'],
  [['1.234,5'], ','],
  [['1,234.5'], '.'],
  [['1.234.567'], ','],
  [['0,123'], ','],
  [['1234.567'], '.'],
  [['1,234', '7', '', '-2.50'], '.'],
  [['1,5', '2,5', '3.5'], ','],
  [['1,234', '-12.345', 'abc', '5'], undefined],
  [['1,5', '2.5'], undefined],
  [[], undefined],
] as const)('%j speaks for %s', (samples, mark) => {
  expect(guessDecimalMark(samples)).toBe(mark);
});
