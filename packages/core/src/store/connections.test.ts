import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { ConnectionRecords, type ConnectionRecord } from './connection-records.js';
import { HostDatabase } from './host-database.js';
import { LEASE_MS, Leases } from './leases.js';
import { markOwnProcess } from './process-mark.js';
import { SyncRecords } from './sync-records.js';

const withDatabase = (work: (database: HostDatabase) => void) =>
  inTemporaryFolder((folder) => {
    const database = new HostDatabase(join(folder, 'host.db'));
    work(database);
    database.close();
  });

const connection: ConnectionRecord = {
  id: 'acme',
  pluginId: 'acme',
  name: 'my Acme',
  environment: 'development',
  origins: { 'https://api.acme.example': 'http://127.0.0.1:4321' },
  programs: { 'loopback:5000': { port: 5001, certificate: `sha256:${'0'.repeat(64)}` } },
  createdAt: '2024-03-01T00:00:00.000Z',
};

test('a connection is kept as it was made, and forgotten with how far it was synced', () =>
  withDatabase((database) => {
    const [connections, syncs] = [new ConnectionRecords(database), new SyncRecords(database)];
    connections.add(connection);
    syncs.save('acme', 'transactions', '2024-02-29', '2024-03-01T10:00:00.000Z');
    expect(connections.list()).toEqual([connection]);
    expect(connections.find('acme')).toEqual(connection);
    expect(syncs.doneUntil('acme', 'transactions')).toBe('2024-02-29');
    connections.remove('acme');
    expect(connections.find('acme')).toBeUndefined();
    expect(syncs.doneUntil('acme', 'transactions')).toBeUndefined();
  }));

test('a connection counts as synced when the list that is furthest behind was', () =>
  withDatabase((database) => {
    const syncs = new SyncRecords(database);
    expect(syncs.lastSyncedAt('acme')).toBeUndefined();
    syncs.save('acme', 'transactions', '2024-02-29', '2024-03-02T10:00:00.000Z');
    syncs.save('acme', 'dividends', '2024-02-29', '2024-03-01T10:00:00.000Z');
    expect(syncs.lastSyncedAt('acme')).toBe('2024-03-01T10:00:00.000Z');
  }));

test('one host at a time has a lease, until it gives it back or is silent for too long', () =>
  withDatabase((database) => {
    let now = 1_000_000;
    const [one, other] = [new Leases(database, () => now), new Leases(database, () => now)];
    expect([one.take('sync acme'), one.take('sync acme'), other.take('sync acme')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(other.take('sync beta')).toBe(true);
    one.release('sync acme');
    expect(other.take('sync acme')).toBe(true);
    now += LEASE_MS;
    expect(one.take('sync acme')).toBe(true);
  }));

test('a lease ends with the process of its host', () =>
  withDatabase((database) => {
    const now = (): number => 1_000_000;
    const own = markOwnProcess();
    const killed = new Leases(database, now, { ...own, start: `${own.start}1`, pid: 2 ** 22 + 1 });
    const elsewhere = new Leases(database, now, { ...own, machine: 'elsewhere', pid: 2 ** 22 + 1 });
    const host = new Leases(database, now);
    killed.take('sync acme');
    elsewhere.take('sync beta');
    expect([host.take('sync acme'), host.take('sync beta')]).toEqual([true, false]);
  }));

test('a lease tells who has it, and since when', () =>
  withDatabase((database) => {
    let now = 1_000_000;
    const [host, other] = [new Leases(database, () => now), new Leases(database, () => now)];
    expect(other.findHolder('sync acme')).toBeUndefined();
    host.take('sync acme');
    now += 10_000;
    host.take('sync acme');
    expect(other.findHolder('sync acme')).toEqual({ pid: process.pid, since: 1_000_000 });
    now += LEASE_MS;
    expect(other.findHolder('sync acme')).toBeUndefined();
    other.take('sync acme');
    expect(host.findHolder('sync acme')).toEqual({ pid: process.pid, since: now });
  }));

test('a lease of a host whose clock was ahead does not hold for ever', () =>
  withDatabase((database) => {
    const ahead = new Leases(database, () => 9_000_000_000);
    const host = new Leases(database, () => 1_000_000);
    ahead.take('sync acme');
    expect(host.take('sync acme')).toBe(true);
  }));
