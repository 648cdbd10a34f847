import { contentDigest } from '@bourse/core';
import { DEFAULT_ACCOUNT_ID } from '@bourse/core/interfaces';
import { integer, text } from '../ledger/cells.js';
import type { Database } from '../ledger/database.js';
import { parseStored } from '../ledger/parse-stored.js';

/** Revisions that are held at once while their text is changed. */
const BATCH = 1_000;

/** The account that has taken over the records of an institution that were without an account number. */
export function findAdoptedAccount(database: Database, institution: string): string | undefined {
  const row = database.row('SELECT account_id FROM adopted_account WHERE institution = ?', institution);
  return row === undefined ? undefined : text(row[0]);
}

/** Whether records without an account number count. */
export function isDefaultAccountLive(database: Database, institution: string): boolean {
  const id = findAccount(database, institution, DEFAULT_ACCOUNT_ID);
  return id !== undefined && isLive(database, id);
}

/**
 * The account that has taken over records without a number and that no connection has told of since, such as one that was a
 * mistake and whose syncs were undone: its records stay there.
 */
export function findUnreportedAccount(database: Database, institution: string): string | undefined {
  const adopted = findAdoptedAccount(database, institution);
  const id = adopted === undefined ? undefined : findAccount(database, institution, adopted);
  if (id === undefined || !isLive(database, id)) return undefined;
  const told = database.row(
    `SELECT 1 FROM import i WHERE i.undone_at IS NULL AND i.channel = 'API' AND (
       EXISTS (SELECT 1 FROM account_statement s WHERE s.import = i.id AND s.account = ?1) OR
       EXISTS (SELECT 1 FROM observation o JOIN record r ON r.id = o.record WHERE o.import = i.id AND r.account = ?1)
     ) LIMIT 1`,
    id,
  );
  return told === undefined ? adopted : undefined;
}

/** Ids of the connections whose answers stand in the account without a number. */
export function listDefaultConnections(database: Database, institution: string): string[] {
  return database
    .rows(
      `SELECT DISTINCT i.connection_id FROM account a JOIN record r ON r.account = a.id JOIN observation o ON o.record = r.id
       JOIN import i ON i.id = o.import AND i.undone_at IS NULL AND i.connection_id IS NOT NULL
       WHERE a.institution = ? AND a.account_id = ?`,
      institution,
      DEFAULT_ACCOUNT_ID,
    )
    .map((row) => text(row[0]));
}

/**
 * Makes the account without a number the one that an institution turned out to mean. Its records keep their ids; records that the
 * account gets from now on are told by ids of the same kind ({@link AccountNames}), so that each booking stays one record.
 *
 * @returns whether there was something to take over, and nothing in the way
 */
export function adoptDefaultAccount(database: Database, institution: string, accountId: string): boolean {
  return database.writing(() => {
    const adopted = findAccount(database, institution, DEFAULT_ACCOUNT_ID);
    const present = findAccount(database, institution, accountId);
    if (adopted === undefined || !isLive(database, adopted)) return false;
    if (findAdoptedAccount(database, institution) !== undefined) return false;
    if (present !== undefined && isLive(database, present)) return false;
    if (present !== undefined) replaceAccount(database, present, adopted);
    database.run('UPDATE account SET account_id = ? WHERE id = ?', accountId, adopted);
    database.run(
      'INSERT INTO adopted_account VALUES (?, ?, ?)',
      institution,
      accountId,
      new Date().toISOString(),
    );
    database.run(
      `UPDATE account_statement SET content = json_set(content, '$.id', ?) WHERE account = ?`,
      accountId,
      adopted,
    );
    renameInRecords(database, adopted, accountId);
    return true;
  });
}

function findAccount(database: Database, institution: string, accountId: string): number | undefined {
  const row = database.row(
    'SELECT id FROM account WHERE institution = ? AND account_id = ?',
    institution,
    accountId,
  );
  return row === undefined ? undefined : integer(row[0]);
}

function isLive(database: Database, account: number): boolean {
  const sql = 'SELECT 1 FROM record r JOIN current c ON c.record = r.id WHERE r.account = ? LIMIT 1';
  return database.row(sql, account) !== undefined;
}

/** Nothing live stands in the account that goes: statements of it, and what imports left that were undone. */
function replaceAccount(database: Database, gone: number, by: number): void {
  database.run('UPDATE account_statement SET account = ? WHERE account = ?', by, gone);
  database.run('UPDATE record SET account = ? WHERE account = ?', by, gone);
  database.run('DELETE FROM account WHERE id = ?', gone);
}

/** The account is part of what a record says, so that its digest changes with it. */
function renameInRecords(database: Database, account: number, accountId: string): void {
  for (let last = 0; ;) {
    const rows = database.rows(
      `SELECT v.id, t.json FROM record r JOIN revision v ON v.record = r.id JOIN content t ON t.revision = v.id
       WHERE r.account = ? AND v.id > ? ORDER BY v.id LIMIT ${BATCH}`,
      account,
      last,
    );
    for (const row of rows) {
      last = integer(row[0]);
      renameInRevision(database, last, { ...parseStored<{ source: object }>(text(row[1])), accountId });
    }
    if (rows.length < BATCH) return;
  }
}

function renameInRevision(
  database: Database,
  revision: number,
  record: { readonly source: object; readonly accountId: string },
): void {
  const { source, accountId } = record;
  const renamed = { ...record, source: { ...source, accountId } };
  database.run('UPDATE content SET json = ? WHERE revision = ?', JSON.stringify(renamed), revision);
  database.run('UPDATE revision SET digest = ? WHERE id = ?', contentDigest(renamed), revision);
}
