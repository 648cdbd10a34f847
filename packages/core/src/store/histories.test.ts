import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { BoundedHistory } from './bounded-history.js';
import { CacheRecords } from './cache-records.js';
import { CrashRecords } from './crash-records.js';
import { HostDatabase } from './host-database.js';
import { LogRecords } from './log-records.js';
import { SettingRecords } from './setting-records.js';
import { WriteQueue } from './write-queue.js';

const withDatabase = (work: (database: HostDatabase, queue: WriteQueue) => void) =>
  inTemporaryFolder((folder) => {
    const database = new HostDatabase(join(folder, 'host.db'));
    work(database, new WriteQueue(database, fail));
    database.close();
  });

const fail = (reason: string) => {
  throw new Error(reason);
};

test('a history keeps the last entries of each plugin and forgets the others', () =>
  withDatabase((database, queue) => {
    const history = new BoundedHistory(database, queue, {
      table: 'health_status',
      what: 'health checks',
      columns: ['at', 'healthy', 'message', 'metrics'],
      limit: 3,
    });
    for (let index = 0; index < 5; index += 1)
      history.append('acme', [`2024-03-0${index + 1}`, 1, `${index}`, '[]']);
    history.append('other', ['2024-03-01', 1, 'kept', '[]']);
    expect(history.since('acme', '').map((row) => row['message'])).toEqual(['2', '3', '4']);
    expect(history.since('acme', '2024-03-05').map((row) => row['message'])).toEqual(['4']);
    expect(history.since('other', '')).toHaveLength(1);
  }));

test('crashes of different hosts count together, old ones are forgotten', () =>
  withDatabase((database, queue) => {
    const day = 86_400_000;
    const [first, second] = [new CrashRecords(database, queue), new CrashRecords(database, queue)];
    const [one, two] = [
      { at: 3 * day, reason: 'one' },
      { at: 3 * day + 1, reason: 'two' },
    ];
    first.record('acme', { at: day, reason: 'old' });
    first.record('acme', one);
    second.record('acme', two);
    second.record('other', two);
    expect(first.since('acme', 3 * day + 1)).toEqual([two]);
    expect(second.since('acme', 0)).toEqual([one, two]);
    first.clear('acme');
    expect(second.since('acme', 0)).toEqual([]);
  }));

test('log lines come back with their fields', () =>
  withDatabase((database, queue) => {
    const logs = new LogRecords(database, queue);
    const line = {
      at: '2024-03-01T00:00:00.000Z',
      level: 'warn' as const,
      message: 'look',
      fields: { row: 7, ok: false },
    };
    logs.append('acme', line);
    queue.attempt();
    expect(logs.since('acme', '')).toEqual([line]);
    expect(logs.since('acme', '2024-03-02')).toEqual([]);
  }));

test('crashes that were written under a clock that was ahead are forgotten with the next one', () =>
  withDatabase((database, queue) => {
    const crashes = new CrashRecords(database, queue);
    const crash = { at: 1_000, reason: 'now' };
    crashes.record('acme', { at: 2_000, reason: 'of tomorrow' });
    crashes.record('acme', crash);
    expect(crashes.since('acme', 0)).toEqual([crash]);
  }));

test('settings and cached things are replaced as a whole', () =>
  withDatabase((database, queue) => {
    const settings = new SettingRecords(database);
    expect(settings.find('acme')).toEqual({});
    settings.save('acme', { seed: 7, names: ['a'] }, '2024-03-01');
    settings.save('acme', { seed: 8 }, '2024-03-02');
    expect(settings.find('acme')).toEqual({ seed: 8 });
    const cache = new CacheRecords(database, queue);
    expect(cache.find('manifests')).toBeUndefined();
    cache.save('manifests', '1');
    cache.save('manifests', '2');
    expect(cache.find('manifests')).toBe('2');
    queue.attempt();
    expect(new CacheRecords(database, queue).find('manifests')).toBe('2');
  }));
