import { describe, expect, test } from '@jest/globals';
import type { Fault } from './fault.ts';
import { planRounds } from './plan.ts';

const named = (name: string, weight: number): Fault => ({
  name,
  weight,
  script: '',
  inject: async () => undefined,
});
const KINDS = [named('often', 90), named('seldom', 9), named('hardly', 0.1)];

function countsOf(total: number, rounds: number): number[] {
  const waves = planRounds(KINDS, total, rounds).flat();
  return KINDS.map((kind) =>
    waves.filter(({ fault }) => fault === kind).reduce((sum, { count }) => sum + count, 0),
  );
}

describe('a plan', () => {
  test('has as many faults as it was asked for', () => {
    for (const total of [3, 10, 99, 1_000]) {
      expect(countsOf(total, 7).reduce((sum, count) => sum + count)).toBe(total);
    }
  });

  test('has every kind, by weight', () => {
    expect(countsOf(100, 3)).toEqual([90, 9, 1]);
  });

  test('spreads a kind over the rounds evenly', () => {
    const counts = planRounds([named('only', 1)], 10, 4).map(([wave]) => wave?.count);
    expect(counts).toEqual([2, 3, 2, 3]);
  });
});
