import { DatabaseSync } from 'node:sqlite';
import { expect, test } from '@jest/globals';
import { TestFolder } from '../../test/acme.js';
import { openLedger } from './ledger.js';
import { MIGRATIONS } from './migrations.js';

/** "BRSE". */
const APPLICATION_ID = 0x42_52_53_45;

test('an account that had taken over records without a number has the ids of these after the migration as well', () => {
  using folder = new TestFolder();
  const former = new DatabaseSync(folder.ledger);
  for (const migration of MIGRATIONS.slice(0, 2)) former.exec(migration);
  former.exec(`INSERT INTO adopted_account VALUES ('Acme', 'A1', '2024-03-01T00:00:00Z')`);
  former.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = 2`);
  former.close();
  using ledger = openLedger(folder.ledger);
  expect(ledger.findAccountNames('Acme')).toMatchObject({
    idNames: new Map([['A1', 'default']]),
    aliases: new Map(),
  });
});
