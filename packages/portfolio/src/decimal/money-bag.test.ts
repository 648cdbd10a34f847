import { describe, expect, test } from '@jest/globals';
import { Exact } from './exact.js';
import { MoneyBag } from './money-bag.js';

const eur = (amount: string) => MoneyBag.from({ amount, currency: 'EUR' });
const usd = (amount: string) => MoneyBag.from({ amount, currency: 'USD' });

describe('MoneyBag', () => {
  test('adds amounts of one currency and keeps currencies apart', () => {
    const bag = usd('100').plus(eur('2')).plus(usd('0.5'));
    expect(bag.toMoney()).toEqual([
      { amount: '2', currency: 'EUR' },
      { amount: '100.5', currency: 'USD' },
    ]);
    expect(bag.amountIn('USD').toString()).toBe('100.5');
    expect(bag.amountIn('GBP').isZero).toBe(true);
  });

  test('leaves out what has become zero', () => {
    const bag = usd('100').minus(usd('100.00'));
    expect(bag.isZero).toBe(true);
    expect(bag.toMoney()).toEqual([]);
  });

  test('a share and what remains add up to the whole, even where the share is rounded', () => {
    const whole = eur('10').plus(usd('1'));
    const part = whole.share(Exact.from('1'), Exact.from('3'));
    expect(part.amountIn('EUR').toString()).toBe('3.33333333333333333333');
    expect(whole.minus(part).plus(part).toMoney()).toEqual(whole.toMoney());
  });
});
