import { expect, test } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import { listFaults } from './list-faults.ts';
import { findShortfalls } from './report/judge.ts';
import { runFaults, type Report } from './run-faults.ts';
import { failsOnCall } from './scene/failing-script.ts';
import { expectAnswer, expectCode } from './victim.ts';

const onLinux = process.platform === 'linux' ? test : test.skip;

const run = (faults: readonly Fault[], total: number, latestMs = 1_000): Promise<Report> =>
  runFaults({ faults, total, rounds: 1, lanes: 3, latestMs, onProgress: () => undefined });

/** How late an answer may be on a machine that runs other tests; the long run allows a second. */
const BUSY_MS = 20_000;

/** How many calls a second this machine carries is for the long run to say. */
const shortfallsOf = (report: Report): string[] =>
  findShortfalls(report).filter((shortfall) => !shortfall.startsWith('only '));

onLinux(
  'a host answers for its healthy plugins through 30 faults of all kinds, and leaves no process behind',
  async () => {
    const report = await run((await listFaults()).filter(showsWhereBusy), 30, BUSY_MS);
    expect(shortfallsOf(report)).toEqual([]);
    expect(report.records.reduce((sum, { injected }) => sum + injected, 0)).toBe(30);
    expect(report.records.length).toBeGreaterThan(10);
  },
  180_000,
);

/** Beside other tests a cell that computes uncalled may get less of the processor than is forbidden, and lives on. */
function showsWhereBusy({ name }: Fault): boolean {
  return name !== 'computes-uncalled';
}

onLinux('a host that stands still for longer than a second has failed', async () => {
  const standsStill: Fault = {
    name: 'stands-still',
    weight: 1,
    alone: true,
    script: failsOnCall(''),
    inject: async ({ host }) => {
      process.kill(host.pid, 'SIGSTOP');
      await wait(1_500);
      process.kill(host.pid, 'SIGCONT');
    },
  };
  const report = await run([standsStill], 1);
  expect(report.records[0]?.healthy.failed).toBeGreaterThan(10);
  expect(shortfallsOf(report)).toContainEqual(expect.stringContaining('healthy calls failed'));
});

onLinux('a host that is killed has failed, with all calls that it owed', async () => {
  const kills: Fault = {
    name: 'kills-the-host',
    weight: 1,
    alone: true,
    script: failsOnCall(''),
    inject: async ({ host }) => {
      host.kill();
      await host.ended;
      await wait(200);
    },
  };
  const report = await run([kills], 1);
  expect(report.hostEnd).toBe('SIGKILL');
  expect(report.records[0]?.healthy.failed).toBeGreaterThan(5);
  expect(report.orphans).toEqual([]);
});

onLinux('a fault without its effect is not counted', async () => {
  const isNone: Fault = {
    name: 'is-none',
    weight: 1,
    script: failsOnCall(''),
    inject: async (victim) => {
      const outcome = await victim.call('any', 5_000);
      expectAnswer(outcome);
      expectCode(outcome, 'CELL_CRASHED');
    },
  };
  const report = await run([isNone], 2);
  expect(report.records[0]).toMatchObject({
    injected: 0,
    findings: [expect.any(String), expect.any(String)],
  });
  expect(shortfallsOf(report)).toHaveLength(2);
});
