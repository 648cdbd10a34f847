import { describe, expect, test } from '@jest/globals';
import { readAmount, readFeeAmount, readPrice, requireAmount } from './amounts.js';

describe('amounts', () => {
  test.each([
    ['-0.010713949999999999', 'ETH', '-0.01071395'],
    ['-32.156874000000003', 'USDT', '-32.156874'],
    ['24.630000000000003', 'EUR', '24.63'],
    ['24.637499999999999', 'EUR', '24.64'],
    ['9007199254740993.5', 'SHIB', '9007199254740993.5'],
    ['1.8E-7', 'BTC', '0.00000018'],
    ['-10.00', 'EUR', '-10.00'],
    ['-0.00', 'EUR', '0.00'],
  ])('%s %s is %s', (cell, asset, amount) => {
    expect(readAmount(cell, 'amount', asset)).toBe(amount);
  });

  test('an empty cell is no amount', () => {
    expect(readAmount('', 'amount', 'EUR')).toBeUndefined();
    expect(() => requireAmount('', 'amount', 'EUR')).toThrow('The amount is missing.');
  });

  test.each(['1.234,56', '1,5', '12 000', '10-', '(10)', 'ten', 'NaN', '1'.repeat(41), '.5'])(
    '%s is refused',
    (cell) => {
      expect(() => readAmount(cell, 'amount', 'EUR')).toThrow(expect.objectContaining({ column: 'amount' }));
    },
  );

  test('a long cell is quoted in part', () => {
    expect(() => readAmount('x'.repeat(5000), 'amount', 'EUR')).toThrow(/^"x{60}…" is no amount\.$/);
  });

  test('fees in money keep more digits than the currency has', () => {
    expect(readFeeAmount('0.0748130556')).toBe('0.0748130556');
    expect(readFeeAmount('0.07481305560000001')).toBe('0.07481306');
  });

  test('prices keep their digits', () => {
    expect(readPrice('0.086047')).toBe('0.086047');
    expect(readPrice('0.000007123400000000001')).toBe('0.0000071234');
  });
});
