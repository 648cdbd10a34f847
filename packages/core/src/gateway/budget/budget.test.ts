import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostDatabase } from '../../store/index.js';
import type { Priority } from './index.js';
import { RateBudget, RateRecords } from './index.js';
import { addTo, freeAt, freeIn, type RateWindow } from './rate-window.js';

const START = 1_700_000_000_000;

describe('a window', () => {
  test('lets no minute have more than it may, whenever somebody asks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.nat(30_000), { maxLength: 200 }),
        (perMinute, waits) => {
          let window: RateWindow = {};
          let now = START;
          const made: number[] = [];
          for (const wait of waits) {
            now += wait;
            const granted = Math.min(1, freeIn(window, perMinute, now));
            window = addTo(window, granted, now);
            if (granted > 0) made.push(now);
          }
          for (const instant of made)
            expect(
              made.filter((other) => other >= instant && other < instant + 60_000).length,
            ).toBeLessThanOrEqual(perMinute);
        },
      ),
    );
  });

  test('is free again when it says so', () => {
    const window = addTo({}, 3, START);
    expect(freeIn(window, 3, START + 59_999)).toBe(0);
    const at = freeAt(window, START);
    expect(freeIn(window, 3, at - 1)).toBe(0);
    expect(freeIn(window, 3, at)).toBe(3);
    expect(at - START).toBeLessThanOrEqual(65_000);
  });
});

test('a window that was counted by a clock that was ahead is not in the way of one that is right', () => {
  const ahead = addTo({}, 3, START + 86_400_000);
  expect(freeIn(ahead, 3, START)).toBe(3);
  expect(freeIn(addTo({}, 3, START + 4_000), 3, START)).toBe(0);
});

describe('a budget', () => {
  let folder: string;
  let database: HostDatabase;
  let now: number;
  let timers: { at: number; call: () => void }[];

  const clock = {
    now: () => now,
    after: (milliseconds: number, call: () => void) => {
      const timer = { at: now + milliseconds, call };
      timers.push(timer);
      return () => void (timers = timers.filter((other) => other !== timer));
    },
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bourse-test-'));
    database = new HostDatabase(join(folder, 'host.db'));
    now = START;
    timers = [];
  });

  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const make = (): RateBudget => new RateBudget(new RateRecords(database), clock);
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  /** Lets the clock go on until nobody waits. */
  async function runTimers(): Promise<void> {
    for (await settle(); timers.length > 0; await settle()) {
      const [next] = timers.toSorted((one, other) => one.at - other.at);
      timers = timers.filter((timer) => timer !== next);
      now = Math.max(now, next?.at ?? now);
      next?.call();
    }
  }

  function ask(
    budget: RateBudget,
    priority: Priority = 'sync',
    perMinute: number | undefined = 2,
  ): {
    readonly entered: Promise<number>;
    readonly cancel: () => void;
  } {
    const controller = new AbortController();
    const entered = budget
      .enter({ key: 'acme', perMinute, priority, signal: controller.signal })
      .then(() => now - START);
    entered.catch(() => undefined);
    return { entered, cancel: () => controller.abort() };
  }

  test('lets wait what is too much', async () => {
    const budget = make();
    const asked = Array.from({ length: 5 }, () => ask(budget).entered);
    await runTimers();
    const [first, second, third, fourth, fifth] = await Promise.all(asked);
    expect([first, second]).toEqual([0, 0]);
    expect(third).toBeGreaterThanOrEqual(60_000);
    expect(fourth).toBe(third);
    expect(fifth).toBeGreaterThanOrEqual(120_000);
  });

  test('tells those that wait until when, and nobody else', async () => {
    const told: number[] = [];
    const enter = (): Promise<void> =>
      make().enter({
        key: 'acme',
        perMinute: 2,
        priority: 'sync',
        signal: new AbortController().signal,
        onWaiting: (until) => told.push(until - START),
      });
    await enter();
    await enter();
    expect(told).toEqual([]);
    const third = enter();
    await runTimers();
    await third;
    expect(told.length).toBeGreaterThan(0);
    expect(told[0]).toBeGreaterThanOrEqual(60_000);
  });

  test('is one for all hosts', async () => {
    const [one, other] = [make(), make()];
    await ask(one).entered;
    await ask(other).entered;
    const third = ask(one);
    await runTimers();
    expect(await third.entered).toBeGreaterThanOrEqual(60_000);
  });

  test('takes some in advance, which are counted, so that not each is a write', async () => {
    const [one, other] = [make(), make()];
    await ask(one, 'sync', 90).entered;
    const change = database.lastChange;
    for (let taken = 0; taken < 3; taken += 1) await ask(one, 'sync', 90).entered;
    expect(database.lastChange).toBe(change);
    await ask(one, 'sync', 90).entered;
    expect(database.lastChange).not.toBe(change);
    await one.pause('acme', now + 1_000);
    const paused = [ask(one, 'sync', 90).entered, ask(other, 'sync', 90).entered];
    await runTimers();
    expect(await Promise.all(paused)).toEqual([1_000, 1_000]);
  });

  test('lets no minute have more than it may, whatever several hosts take in advance', async () => {
    const step = fc.record({ host: fc.nat(1), wait: fc.oneof(fc.constant(0), fc.nat(8_000)) });
    const property = fc.asyncProperty(fc.array(step, { maxLength: 150 }), async (steps) => {
      database.run('DELETE FROM rate');
      const hosts = [make(), make()];
      const made: number[] = [];
      for (const { host, wait } of steps) {
        now += wait;
        const { entered, cancel } = ask(hosts[host] ?? make(), 'sync', 60);
        const at = entered.then(
          () => made.push(now),
          () => undefined,
        );
        await settle();
        cancel();
        await at;
      }
      for (const instant of made)
        expect(made.filter((each) => each >= instant && each < instant + 60_000).length).toBeLessThan(61);
    });
    await fc.assert(property, { numRuns: 30 });
  });

  test('lets in whoever is at the terminal first', async () => {
    const budget = make();
    await Promise.all([ask(budget).entered, ask(budget).entered]);
    const order: Priority[] = [];
    const waiting = (['background', 'sync'] as const).map((priority) =>
      ask(budget, priority).entered.then(() => order.push(priority)),
    );
    await settle();
    await budget.pause('other', now + 1);
    waiting.push(ask(budget, 'sync', undefined).entered.then(() => order.push('sync')));
    await runTimers();
    await Promise.all(waiting);
    expect(order).toEqual(['sync', 'sync', 'background']);
  });

  test('tells at once whoever would wait too long, and when to come again', async () => {
    const budget = make();
    await Promise.all([ask(budget).entered, ask(budget).entered]);
    await expect(ask(budget, 'interactive').entered).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      retryAt: expect.stringMatching(/^2023-11-14T22:1/),
    });
  });

  test('forgets who does not want to wait any more', async () => {
    const budget = make();
    await Promise.all([ask(budget).entered, ask(budget).entered]);
    const third = ask(budget);
    const fourth = ask(budget);
    await settle();
    third.cancel();
    await expect(third.entered).rejects.toMatchObject({ code: 'CALL_CANCELED' });
    await runTimers();
    expect(await fourth.entered).toBeGreaterThanOrEqual(60_000);
    expect(timers).toEqual([]);
  });

  test('pauses everybody, in every host, also where no rate is named', async () => {
    const [one, other] = [make(), make()];
    await one.pause('acme', START + 30_000);
    await one.pause('acme', START + 10_000);
    const waiting = [ask(other, 'sync', undefined).entered, ask(one).entered];
    await expect(ask(other, 'interactive', undefined).entered).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      retryAt: new Date(START + 30_000).toISOString(),
    });
    await runTimers();
    expect(await Promise.all(waiting)).toEqual([30_000, 30_000]);
  });

  test('is not paused by a clock that was ahead and was set back', async () => {
    const records = new RateRecords(database);
    await records.pause('acme', now + 86_400_000);
    expect(records.takeAtOnce('acme', undefined, now)).toBe(true);
    expect(await records.take('acme', 1, 10, now)).toMatchObject({ granted: 1 });
    await records.pause('acme', now + 60_000);
    expect(records.takeAtOnce('acme', undefined, now)).toBe(false);
  });

  test('passes on what the database says', async () => {
    const budget = make();
    database.close();
    await expect(ask(budget).entered).rejects.toMatchObject({ code: 'HOST_DATABASE_UNAVAILABLE' });
  });
});
