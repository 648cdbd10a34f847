import { describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { HostDatabase } from './host-database.js';

const save = (database: HostDatabase, name: string) =>
  database.run('INSERT INTO cache (name, content) VALUES (?, ?)', name, '{}');
const count = (database: HostDatabase) =>
  Number(database.get('SELECT count(*) AS entries FROM cache')?.['entries']);

/** Another program that is writing until it is closed. */
const lock = (folder: string) => {
  const other = new DatabaseSync(join(folder, 'host.db'));
  other.exec('BEGIN IMMEDIATE');
  return other;
};

describe('host.db', () => {
  test('is made with a folder that is its owner’s alone, and keeps what was written', () =>
    inTemporaryFolder((folder) => {
      const path = join(folder, 'home', 'host.db');
      const first = new HostDatabase(path);
      save(first, 'a');
      first.close();
      expect(statSync(join(folder, 'home')).mode & 0o777).toBe(0o700);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      const second = new HostDatabase(path);
      expect(count(second)).toBe(1);
      second.close();
    }));

  test('that others could read becomes its owner’s alone, with the files beside it', () =>
    inTemporaryFolder((folder) => {
      const path = join(folder, 'host.db');
      for (const file of [path, `${path}-wal`, `${path}-shm`]) {
        writeFileSync(file, '');
        chmodSync(file, 0o644);
      }
      const database = new HostDatabase(path);
      save(database, 'a');
      for (const file of [path, `${path}-wal`, `${path}-shm`])
        expect(statSync(file).mode & 0o777).toBe(0o600);
      database.close();
    }));

  test('takes several writes as one, or none of them', () =>
    inTemporaryFolder((folder) => {
      const database = new HostDatabase(join(folder, 'host.db'));
      const work = () =>
        database.transaction(() => {
          save(database, 'a');
          save(database, 'b');
          throw new Error('changed my mind');
        });
      expect(work).toThrow('changed my mind');
      expect(count(database)).toBe(0);
      database.transaction(() => database.transaction(() => save(database, 'c')));
      expect(count(database)).toBe(1);
      database.close();
    }));

  test('serves several hosts at once', () =>
    inTemporaryFolder((folder) => {
      const hosts = [1, 2, 3].map(() => new HostDatabase(join(folder, 'host.db')));
      hosts.forEach((host, index) => save(host, `${index}`));
      expect(hosts.map(count)).toEqual([3, 3, 3]);
      hosts.forEach((host) => host.close());
    }));

  test('waits for another program that is writing when somebody waits for the outcome, and is read meanwhile', () =>
    inTemporaryFolder(async (folder) => {
      const database = new HostDatabase(join(folder, 'host.db'));
      const other = lock(folder);
      const writing = database.write(() => save(database, 'a'));
      expect(count(database)).toBe(0);
      other.close();
      await writing;
      expect(count(database)).toBe(1);
      database.close();
    }));

  test('that another program does not let go of is a problem that names the file and what to do', () =>
    inTemporaryFolder(async (folder) => {
      const database = new HostDatabase(join(folder, 'host.db'), 0);
      const other = lock(folder);
      const busy = expect.objectContaining({
        code: 'HOST_DATABASE_UNAVAILABLE',
        message: expect.stringContaining('host.db'),
        remedy: expect.stringContaining('other program'),
      });
      await expect(database.write(() => save(database, 'a'))).rejects.toThrow(busy);
      expect(() => database.patiently(() => save(database, 'a'))).toThrow(busy);
      other.close();
      database.close();
    }));

  test('of a newer version is left alone', () =>
    inTemporaryFolder((folder) => {
      const path = join(folder, 'host.db');
      const newer = new DatabaseSync(path);
      newer.exec('PRAGMA user_version = 999');
      newer.close();
      expect(() => new HostDatabase(path)).toThrow(
        expect.objectContaining({ code: 'HOST_DATABASE_UNAVAILABLE', retry: 'never' }),
      );
    }));

  test('that cannot be opened is a problem that names the file and what to do', () =>
    inTemporaryFolder((folder) => {
      const path = join(folder, 'host.db');
      mkdirSync(path);
      expect(() => new HostDatabase(path)).toThrow(
        expect.objectContaining({
          code: 'HOST_DATABASE_UNAVAILABLE',
          message: expect.stringContaining(path),
          remedy: expect.any(String),
        }),
      );
      writeFileSync(
        join(folder, 'text.db'),
        'this is no database, although it is long enough to be taken for one'.repeat(20),
      );
      expect(() => new HostDatabase(join(folder, 'text.db'))).toThrow(
        expect.objectContaining({ code: 'HOST_DATABASE_UNAVAILABLE' }),
      );
    }));
});
