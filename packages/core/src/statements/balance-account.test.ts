import { describe, expect, test } from '@jest/globals';
import { BalanceAccount } from './balance-account.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const PERIOD = { from: '2024-03-01', to: '2024-03-31' };

/** Whether opening 0 and one movement of 10 on a date give a closing balance. */
function isBalanced(
  closing: string,
  date: string,
  known: { period?: typeof PERIOD } = { period: PERIOD },
): boolean {
  const balances = new BalanceAccount();
  balances.add('A1', date, [eur('10')]);
  const account = { id: 'A1', openingCash: [eur('0')], cash: [eur(closing)], ...known };
  return balances.findProblems([account]).length === 0;
}

describe('the balance of an account', () => {
  test.each([
    ['2024-02-29', false],
    ['2024-03-01', true],
    ['2024-03-31', true],
    ['2024-04-01', false],
  ])('counts a movement on %s: %p', (date, counts) => {
    expect(isBalanced('10', date)).toBe(counts);
    expect(isBalanced('0', date)).toBe(!counts);
  });

  test('without a period counts every movement', () => {
    expect(isBalanced('10', '1999-01-01', {})).toBe(true);
  });

  test.each([
    ['10.009', true],
    ['9.991', true],
    ['10.01', false],
    ['9.99', false],
  ])('is not off by a whole minor unit: %s for 10 is %p', (closing, balanced) => {
    expect(isBalanced(closing, '2024-03-05')).toBe(balanced);
  });
});
