import { expect, test } from '@jest/globals';
import { findUnit, inCurrency, toMoney } from './money.js';

test('pence are hundredths of a pound, with all their digits', () => {
  expect(toMoney('1984', 'GBX', 'currency')).toEqual({ amount: '19.84', currency: 'GBP' });
  expect(toMoney('84.5', 'GBp', 'currency')).toEqual({ amount: '0.845', currency: 'GBP' });
  expect(inCurrency('500', { currency: 'GBP', factor: '0.01' })).toBe('5.00');
});

test('a currency stays as it is', () => {
  expect(toMoney('1.50', 'EUR', 'currency')).toEqual({ amount: '1.50', currency: 'EUR' });
  expect(findUnit('XYZ')).toBeUndefined();
});

test('a code that is printed cut off is told by its beginning', () => {
  expect(toMoney('1.50', 'NO', 'currency')).toEqual({ amount: '1.50', currency: 'NOK' });
  expect(toMoney('1.50', 'SG', 'currency')).toEqual({ amount: '1.50', currency: 'SGD' });
});

test('a code that is no currency is refused', () => {
  expect(() => toMoney('1', 'BTC', 'currency')).toThrow('"BTC" is no currency.');
});
