import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { HostDatabase, WriteQueue } from '../store/index.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { CallMetrics } from './call-metrics.js';
import { HealthMonitor } from './health-monitor.js';
import { HealthRecords } from './health-records.js';
import { unitOf } from './metric.js';

const NOON = Date.UTC(2024, 2, 1, 12);
const HOUR = 3_600_000;

const withMonitor = (work: (monitor: HealthMonitor, clock: { now: number }) => Promise<void>) =>
  inTemporaryFolder(async (folder) => {
    const database = new HostDatabase(join(folder, 'host.db'));
    const records = new HealthRecords(database, new WriteQueue(database, () => undefined));
    const clock = { now: NOON };
    await work(new HealthMonitor(records, () => clock.now), clock);
    database.close();
  });

const ok = () => Promise.resolve({ status: 'ok' as const });

describe('a health check', () => {
  test('without thresholds and complaints is healthy, and its metrics have units', () =>
    withMonitor(async (monitor) => {
      const status = await monitor.check('acme', () => ({ memory_usage: 60, invented: 'text' }), ok);
      expect(status).toEqual({
        pluginId: 'acme',
        healthy: true,
        message: 'Healthy',
        metrics: [
          { name: 'memory_usage', value: 60, unit: 'MB', at: '2024-03-01T12:00:00.000Z' },
          { name: 'invented', value: 'text', unit: '', at: '2024-03-01T12:00:00.000Z' },
        ],
        lastCheck: '2024-03-01T12:00:00.000Z',
      });
    }));

  test.each([
    [9.9, false],
    [10, true],
    [20, true],
    [20.1, false],
  ])('with both bounds takes %p for healthy: %p', (value, healthy) =>
    withMonitor(async (monitor) => {
      monitor.setThreshold('acme', { metric: 'response_time', minimum: 10, maximum: 20 });
      expect((await monitor.check('acme', () => ({ response_time: value }))).healthy).toBe(healthy);
    }),
  );

  test('with one bound leaves the other side open', () =>
    withMonitor(async (monitor) => {
      monitor.setThreshold('acme', { metric: 'queue', minimum: 1 });
      monitor.setThreshold('acme', { metric: 'error_rate', maximum: 5 });
      expect((await monitor.check('acme', () => ({ queue: 1_000, error_rate: -1 }))).healthy).toBe(true);
      const status = await monitor.check('acme', () => ({ queue: 0, error_rate: 6 }));
      expect(status.message).toBe('Unhealthy: error_rate is 6 %, more than 5; queue is 0, less than 1');
    }));

  test('without bounds forgets the former range of that metric alone', () =>
    withMonitor(async (monitor) => {
      monitor.setThreshold('acme', { metric: 'queue', minimum: 1 });
      monitor.setThreshold('acme', { metric: 'error_rate', maximum: 5 });
      monitor.setThreshold('acme', { metric: 'queue' });
      expect(monitor.thresholdsOf('acme')).toEqual([{ metric: 'error_rate', maximum: 5 }]);
      expect((await monitor.check('acme', () => ({ queue: 0 }))).healthy).toBe(true);
    }));

  test('never compares text', () =>
    withMonitor(async (monitor) => {
      monitor.setThreshold('acme', { metric: 'status', minimum: 5 });
      expect((await monitor.check('acme', () => ({ status: 'legacy_adapter' }))).healthy).toBe(true);
    }));

  test('believes a plugin that calls itself ill, but not one that outdoes the host', () =>
    withMonitor(async (monitor) => {
      const ask = () =>
        Promise.resolve({ status: 'degraded' as const, message: 'slow', metrics: { memory_usage: 1 } });
      const status = await monitor.check('acme', () => ({ memory_usage: 60 }), ask);
      expect(status).toMatchObject({ healthy: false, message: 'Unhealthy: the plugin says degraded: slow' });
      expect(status.metrics[0]?.value).toBe(60);
    }));

  test('that fails is an unhealthy plugin without metrics, and is remembered', () =>
    withMonitor(async (monitor) => {
      const status = await monitor.check(
        'acme',
        () => ({ memory_usage: 60 }),
        () => Promise.reject(new Error('no answer')),
      );
      expect(status).toMatchObject({
        healthy: false,
        message: 'Health check failed: no answer',
        metrics: [],
      });
      expect(monitor.historyOf('acme')).toEqual([status]);
    }));
});

test('the history reaches 24 hours back unless asked otherwise, and is empty for a plugin never checked', () =>
  withMonitor(async (monitor, clock) => {
    await monitor.check('acme', () => ({ request_count: 1 }));
    clock.now += 25 * HOUR;
    await monitor.check('acme', () => ({ request_count: 2 }));
    expect(monitor.historyOf('acme')).toHaveLength(1);
    expect(monitor.historyOf('acme', 48)).toHaveLength(2);
    expect(monitor.historyOf('unknown')).toEqual([]);
  }));

test('percentiles are by nearest rank over the last thousand calls', () => {
  const metrics = new CallMetrics();
  expect(metrics.summarise()).toEqual({ calls: 0, errors: 0 });
  for (let duration = 1; duration <= 100; duration += 1) metrics.record(duration, duration > 98);
  expect(metrics.summarise()).toEqual({ calls: 100, errors: 2, p50: 50, p95: 95, p99: 99 });
  const few = new CallMetrics();
  for (const duration of [1, 2, 3]) few.record(duration, false);
  expect(few.summarise()).toMatchObject({ p50: 2, p95: 3, p99: 3 });
  for (let call = 0; call < 1_000; call += 1) metrics.record(7, false);
  expect(metrics.summarise()).toMatchObject({ calls: 1_100, p50: 7, p99: 7 });
});

test.each([
  ['memory_usage', 'MB'],
  ['cpu_usage', '%'],
  ['cpu_time', 'ms'],
  ['request_count', 'count'],
  ['error_rate', '%'],
  ['response_time', 'ms'],
  ['constructor', ''],
  ['anything', ''],
])('the unit of %s is "%s"', (name, unit) => {
  expect(unitOf(name)).toBe(unit);
});
