import { describe, expect, test } from '@jest/globals';
import {
  formatAmount,
  formatExactAmount,
  formatMoney,
  formatQuantity,
  formatShare,
  groupDigits,
} from './amounts.js';

test.each([
  ['0', '0'],
  ['999', '999'],
  ['1000', '1,000'],
  ['-1234567.8900', '-1,234,567.8900'],
  ['12345678901234567890.1234567', '12,345,678,901,234,567,890.1234567'],
])('digits of %s are grouped as %s', (amount, shown) => {
  expect(groupDigits(amount)).toBe(shown);
});

describe('money', () => {
  test.each([
    ['1234.565', 'EUR', '1,234.56'],
    ['1234.575', 'EUR', '1,234.58'],
    ['1234.5', 'JPY', '1,234'],
    ['1.0005', 'KWD', '1.000'],
    ['-0.004', 'EUR', '0.00'],
    ['-0.006', 'EUR', '-0.01'],
  ])('of %s %s is rounded half-even to the minor unit: %s', (amount, currency, shown) => {
    expect(formatAmount({ amount, currency })).toBe(shown);
  });

  test('names its currency', () => {
    expect(formatMoney({ amount: '-1000', currency: 'USD' })).toBe('-1,000.00 USD');
  });

  test.each([
    ['-455.5708', 'USD', '-455.5708'],
    ['5', 'USD', '5.00'],
    ['5', 'JPY', '5'],
    ['0.00', 'EUR', '0.00'],
    ['1200', 'EUR', '1,200.00'],
  ])('shown exactly keeps every digit of %s %s: %s', (amount, currency, shown) => {
    expect(formatExactAmount({ amount, currency })).toBe(shown);
  });
});

test.each([
  ['0.36135700', '0.361357'],
  ['0.00000001', '0.00000001'],
  ['-12000', '-12,000'],
  ['100', '100'],
])('a quantity of %s is shown as %s', (quantity, shown) => {
  expect(formatQuantity(quantity)).toBe(shown);
});

test('a share is shown in percent', () => {
  expect(formatShare(0.12345)).toBe('12.3 %');
});
