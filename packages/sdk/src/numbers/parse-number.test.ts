import { expect, test } from '@jest/globals';
import { isDecimal } from '@bourse/core/interfaces';
import fc from 'fast-check';
import { parseNumber } from './parse-number.js';

test.each([
  ['1.234,50', '1234.50'],
  ['-1.234.567,8', '-1234567.8'],
  ['1 234,5', '1234.5'],
  ['1\u00a0234\u00a0567', '1234567'],
  ['1\u202f234,5', '1234.5'],
  ["1'234,5", '1234.5'],
  ['1\u2019234,5', '1234.5'],
  ['\u22123,20', '-3.20'],
  ['+7', '7'],
  [' 12,5 ', '12.5'],
  [',5', '0.5'],
  ['007,10', '7.10'],
  ['-0', '0'],
  ['-0,00', '0.00'],
  ['1,5E-7', '0.00000015'],
  ['1,5e3', '1500'],
  ['12,345E1', '123.45'],
  ['9007199254740993,1', '9007199254740993.1'],
])('%j with a decimal comma is %s', (text, decimal) => {
  expect(parseNumber(text, { decimal: ',' })).toBe(decimal);
});

test.each([
  ['1,234.50', '1234.50'],
  ['.25', '0.25'],
  ['1E-8', '0.00000001'],
  ['1E+3', '1000'],
  ['0E-8', '0.00000000'],
  ['-1.5E-0', '-1.5'],
])('%j with a decimal point is %s', (text, decimal) => {
  expect(parseNumber(text, { decimal: '.' })).toBe(decimal);
});

test.each([
  '',
  ' ',
  '-',
  'abc',
  '12.34',
  '1.23.4',
  '1.2345',
  '1.234 567',
  '1,5,5',
  '5,',
  '(5)',
  '5-',
  '--5',
  '1e',
  'E5',
  '١٢',
  '1'.repeat(41),
  '1E99',
])('%j with a decimal comma is no number', (text) => {
  expect(parseNumber(text, { decimal: ',' })).toBeUndefined();
});

test('whatever is parsed is a canonical decimal', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789.,-+eE \u2212'), maxLength: 14 });
  fc.assert(
    fc.property(digits, fc.constantFrom(',' as const, '.' as const), (text, decimal) => {
      const number = parseNumber(text, { decimal });
      expect(number === undefined || isDecimal(number)).toBe(true);
    }),
  );
});

test('a number with an exponent equals the float of the same text', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -99_999, max: 99_999 }),
      fc.integer({ min: -12, max: 12 }),
      (mantissa, exponent) => {
        const text = `${mantissa}e${exponent}`;
        expect(Number(parseNumber(text, { decimal: '.' }))).toBe(Number(text) + 0);
      },
    ),
  );
});
