import { describe, expect, test } from '@jest/globals';
import { NumberMarks, readingsOf, readNumber } from './number-marks.js';

describe('readNumber', () => {
  test.each([
    ['27,80', '27.80'],
    ['-97.93', '-97.93'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1 046,3825', '1046.3825'],
    ['1\u202f046,3825', '1046.3825'],
    ["1'630.00", '1630.00'],
    ['-0,00', '0.00'],
    ['0,039', '0.039'],
    ['90071992547409931,55', '90071992547409931.55'],
    ['1.234.567', '1234567'],
  ])('%s is %s whatever the mark', (text, number) => {
    expect(readNumber(text, ',')).toBe(number);
    expect(readNumber(text, '.')).toBe(number);
  });

  test('a number that could be either is read with the mark', () => {
    expect(readNumber('1.234', ',')).toBe('1234');
    expect(readNumber('1.234', '.')).toBe('1.234');
  });

  test.each(['', 'EUR', '1,2,3', '--1', '12a', '9'.repeat(31)])('%j is no number', (text) => {
    expect(readNumber(text, ',')).toBeUndefined();
  });
});

test('the likelier reading comes first', () => {
  expect(readingsOf('49,785', ',')).toEqual(['49.785', '49785']);
  expect(readingsOf('49,785', '.')).toEqual(['49785', '49.785']);
  expect(readingsOf('49,78', '.')).toEqual(['49.78']);
  expect(readingsOf('49', '.')).toEqual(['49']);
  expect(readingsOf('x', '.')).toEqual([]);
});

test('the rest of the row decides, then the rows before, then the comma', () => {
  const marks = new NumberMarks();
  expect(marks.observe(['1.234'])).toBe(',');
  expect(marks.observe(['1.234', '18.3'])).toBe('.');
  expect(marks.observe(['1.234'])).toBe('.');
  expect(marks.observe(['1.234', '27,80'])).toBe(',');
  expect(marks.observe(['1.234'])).toBe(',');
});
