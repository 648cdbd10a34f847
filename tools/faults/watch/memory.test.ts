import { describe, expect, test } from '@jest/globals';
import { growthOf, type MemorySample } from './memory.ts';

const sample = (fault: string, round: number, live: number): MemorySample => ({
  fault,
  round,
  live,
  rss: 10 * live,
});

describe('the growth of a host', () => {
  test('is the median of what the kinds differ by from the second round to the last', () => {
    const samples = [
      ...['a', 'b', 'c'].map((fault) => sample(fault, 0, 1)),
      ...['a', 'b', 'c'].map((fault) => sample(fault, 1, 100)),
      sample('a', 2, 105),
      sample('b', 2, 103),
      sample('c', 2, 900),
    ];
    expect(growthOf(samples)).toEqual({ live: 5, rss: 50 });
  });

  test('is none where there are not enough rounds to compare', () => {
    expect(growthOf([sample('a', 0, 1), sample('a', 1, 900)])).toEqual({ live: 0, rss: 0 });
  });
});
