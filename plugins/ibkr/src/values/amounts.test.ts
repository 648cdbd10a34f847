import { describe, expect, test } from '@jest/globals';
import { isClose, isZero, negated, product, sum, toDecimal } from './amounts.js';

describe('toDecimal', () => {
  test.each([
    ['1,234,567.89', '1234567.89'],
    ['-0', '0'],
    ['-0.00', '0.00'],
    ['9007199254740993.01', '9007199254740993.01'],
    ['0.30000000000000004', '0.3'],
    ['1E-17', '0'],
    ['00012.5', '12.5'],
    ['+3', '3'],
  ])('reads %s as %s', (text, decimal) => {
    expect(toDecimal(text)).toBe(decimal);
  });

  test.each([
    '',
    'abc',
    '1.234,5',
    '1,23',
    '12 3',
    '0x10',
    'Infinity',
    'NaN',
    '1'.repeat(21),
    '--1',
    '1.2.3',
  ])('refuses "%s"', (text) => {
    expect(toDecimal(text)).toBeUndefined();
  });
});

test('sums and products are exact', () => {
  expect(sum('0.1', '0.2', '-0.3')).toBe('0');
  expect(product('9007199254740993', '-0.01')).toBe('-90071992547409.93');
  expect(() => product('9'.repeat(20), '9'.repeat(30))).toThrow('too many digits');
});

test('zero has no sign', () => {
  expect(negated('0.00')).toBe('0.00');
  expect(negated('-1.5')).toBe('1.5');
  expect(isZero('-0.000')).toBe(true);
});

test('amounts are close up to the tolerance', () => {
  expect(isClose('1', '1.01')).toBe(true);
  expect(isClose('1', '1.011')).toBe(false);
});
