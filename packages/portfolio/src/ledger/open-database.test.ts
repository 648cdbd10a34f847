import { chmodSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { importFile, TestFolder } from '../../test/acme.js';
import { openLedger } from './ledger.js';

const modeOf = (path: string): number => statSync(path).mode & 0o777;

test('a new ledger can be read by the user alone', () => {
  using folder = new TestFolder();
  using ledger = openLedger(join(folder.path, 'new', 'ledger.db'));
  expect([ledger.path, join(folder.path, 'new')].map(modeOf)).toEqual([0o600, 0o700]);
});

test('a ledger that was copied in for everyone to read becomes the user’s alone, with the files beside it', async () => {
  using folder = new TestFolder();
  openLedger(folder.ledger).close();
  const files = [folder.ledger, `${folder.ledger}-wal`, `${folder.ledger}-shm`];
  for (const file of files) {
    writeFileSync(file, '', { flag: 'a' });
    chmodSync(file, 0o644);
  }
  using ledger = openLedger(folder.ledger);
  await importFile(ledger, {});
  expect(files.map(modeOf)).toEqual([0o600, 0o600, 0o600]);
});
