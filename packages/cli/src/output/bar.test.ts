import { expect, test } from '@jest/globals';
import { formatBar } from './bar.js';

test.each([
  [0, ''],
  [1, '██████████'],
  [0.5, '█████'],
  [0.0125, '▏'],
  [0.000001, '▏'],
  [0.2875, '██▉'],
  [2, '██████████'],
  [-1, ''],
])('a share of %d of ten columns is drawn as %j', (share, bar) => {
  expect(formatBar(share, 10)).toBe(bar);
});
