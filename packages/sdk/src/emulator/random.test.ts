import { expect, test } from '@jest/globals';
import { Random } from './random.js';

test('the same seed draws the same, another one does not', () => {
  const draw = (seed: number): string => new Random(seed).hex(32);
  expect(draw(1)).toBe(draw(1));
  expect(draw(1)).not.toBe(draw(2));
});

test('numbers stay below their limit and reach each below it', () => {
  const random = new Random(7);
  const drawn = new Set(Array.from({ length: 500 }, () => random.below(5)));
  expect([...drawn].sort()).toEqual([0, 1, 2, 3, 4]);
});

test('a UUID is one of version 4', () => {
  expect(new Random(3).uuid()).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});
