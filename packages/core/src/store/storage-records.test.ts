import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HostDatabase } from './host-database.js';
import { StorageRecords } from './storage-records.js';

let folder: string;
let database: HostDatabase;
let records: StorageRecords;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bourse-storage-'));
  database = new HostDatabase(join(folder, 'host.db'));
  records = new StorageRecords(database);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const ONE = { pluginId: 'acme', connectionId: 'one' };
const TWO = { pluginId: 'acme', connectionId: 'two' };
const NONE = { pluginId: 'acme' };

test('values belong to one plugin and connection', async () => {
  await records.save(ONE, 'k', '1', 1_000);
  await records.save(TWO, 'k', '2', 1_000);
  await records.save(NONE, 'k', '3', 1_000);
  await records.save({ ...ONE, pluginId: 'other' }, 'k', '4', 1_000);
  expect([ONE, TWO, NONE].map((owner) => records.find(owner, 'k'))).toEqual(['1', '2', '3']);
  await records.remove(TWO, 'k');
  expect(records.find(TWO, 'k')).toBeUndefined();
  records.forget('one');
  expect([ONE, NONE].map((owner) => records.find(owner, 'k'))).toEqual([undefined, '3']);
});

test('keys are listed by their beginning, of which nothing is a pattern', async () => {
  for (const key of ['b', 'a%', 'a', 'ab', 'A']) await records.save(ONE, key, '1', 1_000);
  expect(records.list(ONE, 'a')).toEqual(['a', 'a%', 'ab']);
  expect(records.list(ONE, '%')).toEqual([]);
  expect(records.list(ONE, '')).toEqual(['A', 'a', 'a%', 'ab', 'b']);
});

test('what is over the quota is refused and leaves the former value', async () => {
  await records.save(ONE, 'k', '"é"', 37);
  await expect(records.save(ONE, 'k', '"éé"', 37)).rejects.toMatchObject({
    code: 'STORAGE_FULL',
    message: 'The value takes 39 bytes with its key; 37 bytes of the storage are left.',
  });
  await expect(records.save(ONE, 'l', '', 60)).rejects.toMatchObject({ code: 'STORAGE_FULL' });
  expect(records.find(ONE, 'k')).toBe('"é"');
  await records.save(ONE, 'k', '1', 37);
  await records.save(TWO, 'k', '"é"', 37);
  expect(records.find(TWO, 'k')).toBe('"é"');
});
