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

  test('adds up the movements of any period, in whatever order they come, currency by currency', () => {
    const balances = new BalanceAccount();
    for (const day of [5, 1, 9, 3, 7]) {
      balances.add('A1', `2024-03-0${day}`, [eur(String(day)), { amount: '100', currency: 'USD' }]);
      balances.add('A1', `2024-03-0${day}`, [eur('0.5')]);
    }
    const closing = (from: number, to: number, amount: string) => ({
      id: 'A1',
      openingCash: [eur('0')],
      cash: [eur(amount)],
      period: { from: `2024-03-0${from}`, to: `2024-03-0${to}` },
    });
    expect(balances.findProblems([closing(3, 7, '16.5'), closing(2, 2, '0'), closing(9, 9, '9.5')])).toEqual(
      [],
    );
    expect(balances.findProblems([closing(3, 8, '16')])).toHaveLength(1);
    balances.add('A1', '2024-03-08', [eur('1')]);
    expect(balances.findProblems([closing(3, 8, '17.5')])).toEqual([]);
  });

  test('is found in time for many balances of many days', () => {
    const balances = new BalanceAccount();
    const day = (index: number) => new Date(index * 86_400_000).toISOString().slice(0, 10);
    for (let index = 0; index < 20_000; index += 1) balances.add('A1', day(index), [eur('1')]);
    const accounts = Array.from({ length: 5_000 }, (_, index) => ({
      id: 'A1',
      openingCash: [eur('0')],
      cash: [eur('2')],
      period: { from: day(index), to: day(index + 1) },
    }));
    expect(balances.findProblems(accounts)).toEqual([]);
  });
});
