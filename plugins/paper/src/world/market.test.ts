import { describe, expect, test } from '@jest/globals';
import { isIsin } from '@bourse/sdk';
import { tradingDays } from './calendar.js';
import { LISTINGS } from './listings.js';
import { Market } from './market.js';

describe('the listings', () => {
  test('have ISINs of no country with right check digits', () => {
    for (const { instrument } of LISTINGS) {
      expect(instrument.isin).toMatch(/^ZZ/);
      expect(isIsin(instrument.isin ?? '')).toBe(true);
    }
  });

  test('have symbols of their own', () => {
    expect(new Set(LISTINGS.map(({ instrument }) => instrument.symbol)).size).toBe(LISTINGS.length);
  });
});

describe('the market', () => {
  test('moves prices every day, and never far', () => {
    const market = new Market(7);
    let before = market.priceOf('FENS');
    for (const { date } of tradingDays('2024-01-01', '2024-03-31')) {
      market.moveTo(date);
      const after = market.priceOf('FENS');
      expect(after.minus(before).abs().div(before).toNumber()).toBeLessThan(0.03);
      before = after;
    }
  });

  test('makes other prices of other seeds and the same of the same', () => {
    expect(new Market(1).priceOf('AURW')).toEqual(new Market(1).priceOf('AURW'));
    expect(new Market(1).priceOf('AURW')).not.toEqual(new Market(2).priceOf('AURW'));
  });

  test('joins any two currencies', () => {
    const market = new Market(1);
    expect(market.rateOf('USD', 'USD').toFixed()).toBe('1');
    const there = market.rateOf('GBP', 'CHF');
    expect(there.times(market.rateOf('CHF', 'GBP')).round(3).toFixed()).toBe('1');
    expect(there.gt(1)).toBe(true);
  });

  test('knows no instruments and currencies but its own', () => {
    expect(() => new Market(1).priceOf('ACME')).toThrow(RangeError);
    expect(() => new Market(1).rateOf('EUR', 'JPY')).toThrow(RangeError);
  });
});
