import { expect, test } from '@jest/globals';
import { findUnit, toMoney } from './unit.js';

test('a currency counts as itself, a hundredth of one in the currency', () => {
  const money = (code: string): unknown => {
    const unit = findUnit(code);
    return unit && toMoney('250', unit);
  };
  expect(money('USD')).toEqual({ amount: '250', currency: 'USD' });
  expect(money('GBX')).toEqual({ amount: '2.5', currency: 'GBP' });
  expect(money('XXX')).toBeUndefined();
  expect(money('')).toBeUndefined();
});
