import { describe, expect, test } from '@jest/globals';
import { BalanceAccount, type Movement } from './balance-account.js';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const moved = (date: string, amount = '0'): Movement => ({ date, effects: [eur(amount)], isTrade: false });
const traded = (date: string, amount: string): Movement => ({ ...moved(date, amount), isTrade: true });
const PERIOD = { from: '2024-03-01', to: '2024-03-31' };

/** Whether opening 0 and one movement of 10 on a date give a closing balance. */
function isBalanced(
  closing: string,
  date: string,
  known: { period?: typeof PERIOD } = { period: PERIOD },
): boolean {
  const balances = new BalanceAccount();
  balances.add('A1', moved(date, '10'));
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
      balances.add('A1', {
        ...moved(`2024-03-0${day}`),
        effects: [eur(String(day)), { amount: '100', currency: 'USD' }],
      });
      balances.add('A1', moved(`2024-03-0${day}`, '0.5'));
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
    balances.add('A1', moved('2024-03-08', '1'));
    expect(balances.findProblems([closing(3, 8, '17.5')])).toEqual([]);
  });

  describe('with trades that are booked on another day than they were made', () => {
    const statement = (from: string, to: string, opening: string, closing: string) => ({
      id: 'A1',
      openingCash: [eur(opening)],
      cash: [eur(closing)],
      period: { from: `2024-03-${from}`, to: `2024-03-${to}` },
    });
    const problemsOf = (movements: readonly Movement[], ...statements: ReturnType<typeof statement>[]) => {
      const balances = new BalanceAccount();
      for (const movement of movements) balances.add('A1', movement);
      return balances.findProblems(statements).length;
    };

    test('counts one from before the period, where it is the difference', () => {
      const movements = [traded('2024-02-29', '-7'), moved('2024-03-05', '20')];
      expect(problemsOf(movements, statement('01', '31', '0', '13'))).toBe(0);
      expect(problemsOf(movements, statement('01', '31', '0', '20'))).toBe(0);
      expect(problemsOf(movements, statement('01', '31', '0', '12'))).toBe(1);
      expect(problemsOf([moved('2024-02-29', '-7')], statement('01', '31', '0', '-7'))).toBe(1);
    });

    test('counts it once in a statement without a period', () => {
      const balances = new BalanceAccount();
      balances.add('A1', traded('2024-02-29', '-7'));
      expect(balances.findProblems([{ id: 'A1', openingCash: [eur('0')], cash: [eur('-14')] }])).toHaveLength(
        1,
      );
    });

    test('lets one go from a statement to the next, and reports what is missing in one of them', () => {
      const days = [statement('01', '01', '0', '0'), statement('02', '02', '0', '-7')];
      expect(problemsOf([traded('2024-03-01', '-7')], ...days)).toBe(0);
      expect(problemsOf([moved('2024-03-01', '-7')], ...days)).toBe(2);
      expect(problemsOf([traded('2024-03-01', '-7')], ...days, statement('03', '03', '-7', '-6'))).toBe(3);
    });
  });

  test('is found in time for many balances of many days', () => {
    const balances = new BalanceAccount();
    const day = (index: number) => new Date(index * 86_400_000).toISOString().slice(0, 10);
    for (let index = 0; index < 20_000; index += 1) balances.add('A1', moved(day(index), '1'));
    const accounts = Array.from({ length: 5_000 }, (_, index) => ({
      id: 'A1',
      openingCash: [eur('0')],
      cash: [eur('2')],
      period: { from: day(index), to: day(index + 1) },
    }));
    expect(balances.findProblems(accounts)).toEqual([]);
  });
});
