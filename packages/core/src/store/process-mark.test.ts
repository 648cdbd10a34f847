import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hasEnded, markOwnProcess } from './process-mark.js';

test('this process runs, and one of another machine may', () => {
  const own = markOwnProcess();
  expect(hasEnded(own)).toBe(false);
  expect(hasEnded({ ...own, pid: 2 ** 22 + 1, machine: 'elsewhere' })).toBe(false);
});

test('a process that is gone has ended, and so has one whose number another process has now', async () => {
  const own = markOwnProcess();
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'close');
  expect(hasEnded({ ...own, pid: child.pid ?? 0 })).toBe(true);
  expect(hasEnded({ ...own, pid: child.pid ?? 0, start: '' })).toBe(true);
  expect(hasEnded({ ...own, start: '' })).toBe(false);
  if (own.start !== '') expect(hasEnded({ ...own, start: `${own.start}1` })).toBe(true);
});
