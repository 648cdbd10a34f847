import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { UsageWatch } from './usage-watch.js';

/** A process that computes nothing. */
let resting: ChildProcess;
let looks = 0;
let busy = false;
let watch: UsageWatch;

beforeEach(() => {
  resting = spawn('/bin/sh', ['-c', 'read -r word'], { stdio: ['pipe', 'ignore', 'ignore'] });
  jest.useFakeTimers();
  watch = new UsageWatch({
    pid: resting.pid ?? 0,
    timers: globalThis,
    rssLimitBytes: Infinity,
    idleCpuMs: Infinity,
    idleCpuShare: 1,
    belts: { rssWatch: true, cpuWatch: true },
    isBusy: () => busy,
    onTooMuchMemory: () => undefined,
    onTooMuchCpu: () => undefined,
    onUsage: () => (looks += 1),
    onBusyTick: () => undefined,
  });
});

afterEach(() => {
  watch.stop();
  jest.useRealTimers();
  resting.kill();
});

/** Looks within the next milliseconds. */
function looksIn(milliseconds: number): number {
  looks = 0;
  jest.advanceTimersByTime(milliseconds);
  return looks;
}

const underLinux = process.platform === 'linux' ? test : test.skip;

underLinux('a cell is looked at closely while it works, and seldom while it rests', () => {
  busy = true;
  watch.pace();
  expect(looksIn(10_000)).toBe(200);
  busy = false;
  watch.pace();
  looksIn(2_000);
  expect(looksIn(10_000)).toBe(10);
});

underLinux('a cell that was sent something is looked at closely until it rests', () => {
  watch.pace();
  looksIn(5_000);
  watch.wake();
  expect(looksIn(200)).toBe(4);
  looksIn(2_000);
  expect(looksIn(10_000)).toBe(10);
});

underLinux('a cell that was stopped is not looked at', () => {
  watch.pace();
  watch.stop();
  watch.wake();
  expect(looksIn(10_000)).toBe(0);
});
