import { expect, test } from '@jest/globals';
import { pauseAfter } from './retry-after.js';

const NOW = Date.parse('2026-03-01T10:00:00Z');
const after = (status: number, name = 'x', value = ''): number | undefined => {
  const until = pauseAfter(status, [[name, value]], NOW);
  return until === undefined ? undefined : (until - NOW) / 1000;
};

test('seconds and dates say how long, and no longer than an hour', () => {
  expect(after(429, 'Retry-After', '30')).toBe(30);
  expect(after(429, 'retry-after', 'Sun, 01 Mar 2026 10:01:00 GMT')).toBe(60);
  expect(after(429, 'retry-after', 'Sun, 01 Mar 2026 09:00:00 GMT')).toBe(0);
  expect(after(503, 'retry-after', '5')).toBe(5);
  expect(after(429, 'retry-after', '9999999999')).toBe(3600);
});

test('a time in a header without a standard counts where it plainly is one', () => {
  expect(after(429, 'X-RateLimit-Reset', String(NOW / 1000 + 20))).toBe(20);
  expect(after(429, 'x-ratelimit-reset', String(NOW + 20_000))).toBe(20);
  expect(after(429, 'x-ratelimit-reset', '20')).toBe(10);
});

test('what is not said or cannot be read is taken for a while that fits', () => {
  expect(after(429)).toBe(10);
  expect(after(429, 'retry-after', 'soon')).toBe(10);
  expect(after(429, 'retry-after', '-5')).toBe(10);
  expect(after(418)).toBe(120);
  expect(after(503)).toBeUndefined();
  expect(after(200, 'retry-after', '30')).toBeUndefined();
});
