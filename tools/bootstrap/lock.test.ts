import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.mjs';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bourse-lock-'));
  file = join(folder, 'lock');
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that adds one to a counter, n times, each time by reading and writing under the lock. */
async function countInChild(counter: string, times: number): Promise<void> {
  const module = join(import.meta.dirname, 'lock.mjs');
  const script = `
    import { readFileSync, writeFileSync } from 'node:fs';
    import { setImmediate } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(module)};
    for (let i = 0; i < ${times}; i += 1) {
      await withLock(${JSON.stringify(file)}, async () => {
        const value = Number(readFileSync(${JSON.stringify(counter)}, 'utf8'));
        await setImmediate();
        writeFileSync(${JSON.stringify(counter)}, String(value + 1));
      });
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'ignore' });
  await once(child, 'exit');
}

test('several processes never work at the same time', async () => {
  const counter = join(folder, 'counter');
  writeFileSync(counter, '0');
  await Promise.all([countInChild(counter, 10), countInChild(counter, 10), countInChild(counter, 10)]);
  expect(readFileSync(counter, 'utf8')).toBe('30');
});

test('the lock of a process that is gone is taken over', async () => {
  const child = spawn(process.execPath, ['--eval', '']);
  await once(child, 'exit');
  writeFileSync(file, String(child.pid));
  expect(await withLock(file, async () => 'done')).toBe('done');
});

test('a lock that nobody has touched for long is taken over, whoever has its process id now', async () => {
  writeFileSync(file, String(process.ppid));
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(file, longAgo, longAgo);
  expect(await withLock(file, async () => 'done')).toBe('done');
});

test('the lock is given back when the work fails', async () => {
  await expect(withLock(file, () => Promise.reject(new Error('work failed')))).rejects.toThrow('work failed');
  expect(existsSync(file)).toBe(false);
});
