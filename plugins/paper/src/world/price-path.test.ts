import { describe, expect, test } from '@jest/globals';
import Big from 'big.js';
import { firstPrice, nextPrice } from './price-path.js';

describe('a price path', () => {
  test('begins within a tenth of the price of the table', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const price = firstPrice('100', seed, 'AURW', 2).toNumber();
      expect(price).toBeGreaterThanOrEqual(90);
      expect(price).toBeLessThanOrEqual(110);
    }
  });

  test('never falls to nothing', () => {
    const motion = { drift: -900_000, swing: 0, decimals: 2 };
    expect(nextPrice(new Big('0.02'), motion, 'day').toFixed()).toBe('0.01');
  });
});
