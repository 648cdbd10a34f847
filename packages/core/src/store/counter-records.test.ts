import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { CounterRecords } from './counter-records.js';
import { HostDatabase } from './host-database.js';

test('a counter grows over all hosts, also when a clock goes back', () =>
  inTemporaryFolder((folder) => {
    const hosts = [1, 2].map(() => new HostDatabase(join(folder, 'host.db')));
    const [one, two] = hosts.map((host) => new CounterRecords(host));
    expect([one?.next('acme', 1000.9), two?.next('acme', 1000), one?.next('acme', 7)]).toEqual([
      1000, 1001, 1002,
    ]);
    expect(two?.next('acme', 5000)).toBe(5000);
    expect(one?.next('other', 7)).toBe(7);
    hosts.forEach((host) => host.close());
  }));
