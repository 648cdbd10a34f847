import { describe, expect, test } from '@jest/globals';
import { isDecimal } from '@bourse/core/interfaces';
import Big from 'big.js';
import fc from 'fast-check';
import { DIVISION_DIGITS, Exact } from './exact.js';

/** Decimals of up to 40 digits, as the contract allows. */
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 15 }))
  .map(([units, scale]) => new Exact(units, scale).toString());

const HALF_EVEN = 2;

describe('Exact', () => {
  test.each(['0', '1', '-1', '12.5', '-0.001', '123456789012345678901234567890.0123456789'])(
    'reads and writes %s',
    (text) => {
      expect(Exact.from(text).toString()).toBe(text);
    },
  );

  test('writes no trailing zeros and no negative zero', () => {
    expect(Exact.from('1.500').toString()).toBe('1.5');
    expect(Exact.from('100').toString()).toBe('100');
    expect(Exact.from('0.10').minus(Exact.from('0.1')).negated().toString()).toBe('0');
  });

  test('agrees with big.js on sums, differences and products, and writes canonical decimals', () => {
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        const [a, b] = [Exact.from(left), Exact.from(right)];
        expect(a.plus(b).toString()).toBe(new Big(left).plus(right).toFixed());
        expect(a.minus(b).toString()).toBe(new Big(left).minus(right).toFixed());
        expect(a.times(b).toString()).toBe(positiveZero(new Big(left).times(right).toFixed()));
        expect(Math.sign(a.compare(b))).toBe(new Big(left).cmp(right));
        expect(isDecimal(a.plus(b).toString())).toBe(true);
      }),
    );
  });

  test('agrees with big.js on quotients rounded half-even', () => {
    const Twenty = Big();
    Twenty.DP = DIVISION_DIGITS;
    Twenty.RM = HALF_EVEN;
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        fc.pre(!Exact.from(right).isZero);
        expect(Exact.from(left).dividedBy(Exact.from(right)).toString()).toBe(
          positiveZero(new Twenty(left).div(right).toFixed()),
        );
      }),
    );
  });

  test.each([
    ['1', '3', '0.33333333333333333333'],
    ['2', '3', '0.66666666666666666667'],
    ['-2', '3', '-0.66666666666666666667'],
    // Ties at the 21st place go to the even neighbor.
    ['0.00000000000000000001', '2', '0'],
    ['0.00000000000000000003', '2', '0.00000000000000000002'],
    ['-0.00000000000000000003', '2', '-0.00000000000000000002'],
    ['1', '8', '0.125'],
  ])('%s / %s is %s', (dividend, divisor, quotient) => {
    expect(Exact.from(dividend).dividedBy(Exact.from(divisor)).toString()).toBe(quotient);
  });

  test('refuses to divide by zero', () => {
    expect(() => Exact.ONE.dividedBy(Exact.ZERO)).toThrow(RangeError);
  });
});

function positiveZero(text: string): string {
  return text === '-0' ? '0' : text;
}
