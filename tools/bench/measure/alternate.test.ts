import { expect, test } from '@jest/globals';
import { alternate } from './alternate.ts';

test('things run by turns, and rounds of warming up do not count', async () => {
  const order: string[] = [];
  const after = (name: string, times: number[]) => () => {
    order.push(name);
    return times.shift() ?? Infinity;
  };
  const medians = await alternate(
    { slow: after('slow', [1000, 5, 7, 6]), fast: after('fast', [1000, 1, 3, 2]) },
    { rounds: 3, warmUp: 1 },
  );
  expect(medians).toEqual({ slow: 6, fast: 2 });
  expect(order.join(' ')).toBe('slow fast slow fast slow fast slow fast');
});
