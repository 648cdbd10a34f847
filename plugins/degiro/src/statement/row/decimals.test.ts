import { expect, test } from '@jest/globals';
import { canonical, isZero, magnitude, negated, sum } from './decimals.js';

test('zero has no sign', () => {
  expect(negated('0.00')).toBe('0.00');
  expect(negated('-0.30')).toBe('0.30');
  expect(negated('0.30')).toBe('-0.30');
  expect(isZero('0.00')).toBe(true);
  expect(isZero('-0.01')).toBe(false);
});

test('one number alone keeps its digits, sums are exact', () => {
  expect(sum(['-33.90'])).toBe('-33.90');
  expect(sum([])).toBe('0');
  expect(sum(['0.1', '0.2', '-9007199254740993'])).toBe('-9007199254740992.7');
});

test('a value has one spelling', () => {
  expect(canonical('10.500')).toBe('10.5');
  expect(magnitude('-10.500')).toBe('10.500');
});
