import { describe, expect, test } from '@jest/globals';
import { toConversionRate } from './conversion-rate.js';

const DATE = '2024-05-15';
const money = (amount: string, currency: string) => ({ amount, currency });

describe('toConversionRate', () => {
  test('the rate beside the foreign leg is units of it for one of the account', () => {
    expect(toConversionRate(money('33.90', 'USD'), money('-31.91', 'EUR'), '1.0624', DATE)).toEqual({
      fx: { base: 'EUR', quote: 'USD', rate: '1.0624', source: 'EXECUTED', date: DATE },
      isComputed: false,
    });
  });

  test('older statements print it beside the leg of the account', () => {
    expect(toConversionRate(money('0.75', 'EUR'), money('-0.86', 'USD'), '1.1528', DATE).fx).toMatchObject({
      base: 'EUR',
      quote: 'USD',
      rate: '1.1528',
    });
  });

  test('a rate in pence is one in pounds', () => {
    expect(toConversionRate(money('225.90', 'GBP'), money('-265.31', 'EUR'), '85.1470', DATE)).toEqual({
      fx: { base: 'EUR', quote: 'GBP', rate: '0.851470', source: 'EXECUTED', date: DATE },
      isComputed: false,
    });
  });

  test('a rate near one keeps its direction', () => {
    expect(toConversionRate(money('-2.02', 'USD'), money('2.03', 'CHF'), '0.9951', DATE).fx).toMatchObject({
      base: 'CHF',
      quote: 'USD',
    });
  });

  test('a rate that cannot be meant is computed from the amounts', () => {
    expect(toConversionRate(money('-10.00', 'USD'), money('9.00', 'EUR'), '7.5', DATE)).toEqual({
      fx: { base: 'EUR', quote: 'USD', rate: '1.1111111111', source: 'EXECUTED', date: DATE },
      isComputed: true,
    });
    expect(toConversionRate(money('-10.00', 'USD'), money('8.00', 'EUR'), undefined, DATE).fx.rate).toBe(
      '1.25',
    );
  });
});
