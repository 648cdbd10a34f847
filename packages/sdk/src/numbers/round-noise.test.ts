import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { roundNoise } from './round-noise.js';

test.each([
  ['0.30000000000000004', 8, '0.3'],
  ['-0.30000000000000004', 8, '-0.3'],
  ['12.000000000000002', 8, '12'],
  ['0.12345678500000000', 8, '0.12345678'],
  ['0.12345677500000000', 8, '0.12345678'],
  ['0.12345678500000001', 8, '0.12345679'],
  ['9.99999999999999999', 2, '10'],
  ['-0.00000000001234567890123456', 8, '0'],
  ['123456789012345.67', 0, '123456789012346'],
])('%s with %i decimals becomes %s', (decimal, decimals, rounded) => {
  expect(roundNoise(decimal, decimals)).toBe(rounded);
});

test.each(['1.123456789', '0.000000000012', '12345678901234567890', '0', '-1.50', '123456789012345'])(
  '%s stays',
  (decimal) => {
    expect(roundNoise(decimal, 8)).toBe(decimal);
  },
);

test('the noise of a float sum of hundredths disappears', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (first, second) => {
      const sum = first / 100 + second / 100;
      expect(Number(roundNoise(sum.toString(), 8))).toBeCloseTo((first + second) / 100, 10);
      expect(roundNoise(sum.toString(), 8).length).toBeLessThanOrEqual(7);
    }),
  );
});
