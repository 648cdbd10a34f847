import { expect, test } from '@jest/globals';
import { DEFAULT_LIMITS } from '../host/limits.js';
import { replayLimits } from './replay-limits.js';

test('a bundle narrows what its cell may use, and widens nothing', () => {
  const told = { heapMegabytes: 100_000, rssMegabytes: 1e9, callMs: 600, streamMs: 1e12, idleCpuShare: 8 };
  expect(replayLimits(told)).toEqual({ ...DEFAULT_LIMITS, callMs: 600 });
});

test('what is no limit, and what the host does not know, counts as not told', () => {
  expect(replayLimits({ callMs: -1, loadMs: 0, other: 5 })).toEqual(DEFAULT_LIMITS);
});

test('the limits of a host of its own hold, wider or narrower than the usual ones', () => {
  const told = { ...DEFAULT_LIMITS, callMs: 45_000 };
  expect(replayLimits(told, { callMs: 60_000 }).callMs).toBe(45_000);
  expect(replayLimits(told, { callMs: 1_000 }).callMs).toBe(1_000);
});
