import { expect, test } from '@jest/globals';
import { atOnce } from './at-once.ts';

test('no more than so many run at the same time, and all come to their end', async () => {
  const limited = atOnce(2);
  let running = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
  };
  await Promise.all(Array.from({ length: 9 }, () => limited(work)));
  expect([running, most]).toEqual([0, 2]);
});

test('one that fails makes room for the next', async () => {
  const limited = atOnce(1);
  const failed = limited(() => Promise.reject(new Error('no')));
  const next = limited(async () => 'done');
  await expect(failed).rejects.toThrow('no');
  expect(await next).toBe('done');
});
