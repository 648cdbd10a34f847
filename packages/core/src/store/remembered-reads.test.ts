import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { HostDatabase } from './host-database.js';
import { RememberedReads } from './remembered-reads.js';

const SELECT = 'SELECT content FROM cache WHERE name = ?';
const SAVE = 'INSERT OR REPLACE INTO cache (name, content) VALUES (?, ?)';

const withReads = (work: (reads: RememberedReads<string>, made: string[], folder: string) => void) =>
  inTemporaryFolder((folder) => {
    const database = new HostDatabase(join(folder, 'host.db'));
    const made: string[] = [];
    const reads = new RememberedReads(database, (name) => {
      made.push(name);
      return String(database.get(SELECT, name)?.['content']);
    });
    work(reads, made, folder);
    database.close();
  });

const inAnotherHost = (folder: string, work: (database: HostDatabase) => void) => {
  const database = new HostDatabase(join(folder, 'host.db'));
  work(database);
  database.close();
};

test('what nobody has written since is read once', () =>
  withReads((reads, made) => {
    expect([reads.of('a'), reads.of('a'), reads.of('b')]).toEqual(['undefined', 'undefined', 'undefined']);
    expect(made).toEqual(['a', 'b']);
  }));

test('what another host has written is read at the next look', () =>
  withReads((reads, _, folder) => {
    reads.of('a');
    inAnotherHost(folder, (database) => database.run(SAVE, 'a', '1'));
    expect(reads.of('a')).toBe('1');
    inAnotherHost(folder, (database) => database.transaction(() => database.run(SAVE, 'a', '2')));
    expect(reads.of('a')).toBe('2');
  }));
