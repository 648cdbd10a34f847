import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { CrashRecords } from './crash-records.js';
import { HostDatabase } from './host-database.js';
import { InstallRecords } from './install-records.js';
import { LogRecords, type LogLine } from './log-records.js';
import { WriteQueue } from './write-queue.js';

const line = (message: string): LogLine => ({
  at: '2024-03-01T00:00:00.000Z',
  level: 'info',
  message,
  fields: {},
});

/** A host with its queue while another program is writing to its database, until it ends. */
class LockedHost {
  readonly database: HostDatabase;
  readonly queue: WriteQueue;
  readonly lost: string[] = [];
  readonly #path: string;
  readonly #other: DatabaseSync;

  constructor(folder: string, patienceMs?: number) {
    this.#path = join(folder, 'host.db');
    this.database = new HostDatabase(this.#path, patienceMs);
    this.queue = new WriteQueue(this.database, (reason) => void this.lost.push(reason), patienceMs);
    this.#other = new DatabaseSync(this.#path);
    this.lock();
  }

  lock(): void {
    this.#other.exec('BEGIN IMMEDIATE');
  }

  unlock(): void {
    if (this.#other.isTransaction) this.#other.exec('ROLLBACK');
  }

  /** What a later host reads. */
  async inNextRun<Result>(read: (database: HostDatabase, queue: WriteQueue) => Result): Promise<Result> {
    await this.queue.close();
    this.database.close();
    const database = new HostDatabase(this.#path);
    try {
      return read(database, new WriteQueue(database, () => undefined));
    } finally {
      database.close();
    }
  }

  close(): void {
    this.#other.close();
    this.database.close();
  }
}

const withLock = (work: (host: LockedHost) => Promise<void>, patienceMs?: number) =>
  inTemporaryFolder(async (folder) => {
    const host = new LockedHost(folder, patienceMs);
    try {
      await work(host);
    } finally {
      host.close();
    }
  });

test('lines that are logged while another program writes are read at once, and written in order when it ends', () =>
  withLock(async (host) => {
    const logs = new LogRecords(host.database, host.queue);
    for (const message of ['one', 'two', 'three']) logs.append('acme', line(message));
    host.queue.attempt();
    logs.append('acme', line('four'));
    const all = ['one', 'two', 'three', 'four'];
    expect(logs.since('acme', '').map(({ message }) => message)).toEqual(all);
    host.unlock();
    const kept = await host.inNextRun((database, queue) => new LogRecords(database, queue).since('acme', ''));
    expect(kept.map(({ message }) => message)).toEqual(all);
    expect(host.lost).toEqual([]);
  }));

test('what waits is tried again by itself', () =>
  withLock(async (host) => {
    const crashes = new CrashRecords(host.database, host.queue);
    crashes.record('acme', { at: 1, reason: 'bang' });
    const written = () => host.database.get('SELECT count(*) AS crashes FROM crash')?.['crashes'];
    expect(written()).toBe(0);
    host.unlock();
    await new Promise<void>((resolve) => {
      const look = () => (written() === 1 ? resolve() : void setTimeout(look, 10));
      look();
    });
    expect(crashes.since('acme', 0)).toHaveLength(1);
  }));

test('what cannot be written until the host has ended is counted and told', () =>
  withLock(async (host) => {
    const logs = new LogRecords(host.database, host.queue);
    for (const message of ['one', 'two']) logs.append('acme', line(message));
    new CrashRecords(host.database, host.queue).record('acme', { at: 1, reason: 'bang' });
    await host.queue.close();
    expect(host.lost).toEqual([
      expect.stringContaining('2 log lines of "acme" could not be written: '),
      expect.stringContaining('1 crashes of "acme" could not be written: '),
    ]);
  }, 0));

test('of entries that wait in crowds the oldest are lost, which is counted and told', () =>
  withLock(async (host) => {
    const logs = new LogRecords(host.database, host.queue);
    for (let row = 0; row < 510; row += 1) logs.append('acme', line(`${row}`));
    host.unlock();
    const kept = await host.inNextRun((database, queue) => new LogRecords(database, queue).since('acme', ''));
    expect(kept.map(({ message }) => message)).toEqual(
      Array.from({ length: 500 }, (_, row) => `${row + 10}`),
    );
    expect(host.lost).toEqual(['10 log lines of "acme" were lost while they could not be written.']);
  }));

test('of entries that come in crowds while nobody else writes none is lost', () =>
  withLock(async (host) => {
    host.unlock();
    const logs = new LogRecords(host.database, host.queue);
    for (let row = 0; row < 1_510; row += 1) logs.append('acme', line(`${row}`));
    const kept = await host.inNextRun((database, queue) => new LogRecords(database, queue).since('acme', ''));
    expect(kept).toHaveLength(1_510);
    expect(host.lost).toEqual([]);
  }));

test('what fails for another reason is told at once and holds up nothing else', () =>
  withLock(async (host) => {
    host.unlock();
    host.database.run('DROP TABLE log_line');
    new LogRecords(host.database, host.queue).append('acme', line('lost'));
    new CrashRecords(host.database, host.queue).record('acme', { at: 1, reason: 'bang' });
    expect(host.lost).toEqual([expect.stringContaining('1 log lines of "acme" could not be written: ')]);
    expect(host.database.get('SELECT count(*) AS crashes FROM crash')).toEqual({ crashes: 1 });
  }));

test('a quarantine holds before it is written, and one that the user has ended is not written any more', () =>
  withLock(async (host) => {
    host.unlock();
    const records = new InstallRecords(host.database, host.queue);
    records.ensure('acme', '@acme/plugin-acme');
    host.lock();
    records.quarantine('acme', 'three crashes');
    expect(records.find('acme')).toMatchObject({ quarantine: 'three crashes', revision: 1 });
    host.unlock();
    await host.database.write(() => records.endQuarantine('acme'));
    const found = await host.inNextRun((database, queue) => new InstallRecords(database, queue).find('acme'));
    expect(found).toMatchObject({ quarantine: undefined, revision: 2 });
  }));
