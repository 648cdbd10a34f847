import { contentDigest } from '@bourse/core';
import { DEFAULT_ACCOUNT_ID } from '@bourse/core/interfaces';
import { integer, optionalText, text } from '../ledger/cells.js';
import type { Database } from '../ledger/database.js';
import { isLiveSql, isToldSql } from '../ledger/account-state.js';
import { parseStored } from '../ledger/parse-stored.js';

/** Records of one name that turned out to be of a reported account. */
export interface AdoptedAccount {
  readonly from: string;
  readonly to: string;
}

/** Revisions that are held at once while their text is changed. */
const BATCH = 1_000;

/** Whether records without an account number count. */
export function isDefaultAccountLive(database: Database, institution: string): boolean {
  const id = findAccount(database, institution, DEFAULT_ACCOUNT_ID);
  return id !== undefined && isLive(database, id);
}

/**
 * The first day of records without an account number; undefined where there are none, or where the account that is reported has records
 * of its own.
 */
export function findFirstDefaultDay(
  database: Database,
  institution: string,
  reported: string,
): string | undefined {
  const present = findAccount(database, institution, reported);
  if (present !== undefined && isLive(database, present)) return undefined;
  const row = database.row(
    `SELECT min(v.date) FROM account a JOIN record r ON r.account = a.id JOIN current c ON c.record = r.id
     JOIN revision v ON v.id = c.revision WHERE a.institution = ? AND a.account_id = ? AND r.kind <> 'POSITION'`,
    institution,
    DEFAULT_ACCOUNT_ID,
  );
  return optionalText(row?.[0]);
}

/**
 * An account that has taken over records of another name and that no connection has told of since, such as one that was a mistake
 * and whose syncs were undone: its records stay there.
 */
export function findUnreportedAccount(database: Database, institution: string): string | undefined {
  const row = database.row(
    `SELECT a.account_id FROM account_name n JOIN account a ON a.institution = n.institution AND a.account_id = n.account_id
     WHERE n.institution = ? AND n.in_ids AND ${isLiveSql('a.id')} AND NOT ${isToldSql('a.id')} ORDER BY 1`,
    institution,
  );
  return row === undefined ? undefined : text(row[0]);
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
 * Makes the account of one name the one that an institution turned out to mean. Its records keep their ids; records that the
 * account gets from now on are told by ids of the same kind ({@link AccountNames}), so that each booking stays one record.
 *
 * @returns whether there was something to take over, and nothing in the way
 */
export function adoptAccount(database: Database, institution: string, { from, to }: AdoptedAccount): boolean {
  return database.writing(() => {
    const adopted = findAccount(database, institution, from);
    const present = findAccount(database, institution, to);
    if (adopted === undefined || !isLive(database, adopted)) return false;
    if (isTaken(database, institution, { from, to })) return false;
    if (present !== undefined && isLive(database, present)) return false;
    if (present !== undefined) replaceAccount(database, present, adopted);
    database.run('UPDATE account SET account_id = ? WHERE id = ?', to, adopted);
    database.run('DELETE FROM named_account WHERE institution = ? AND account_id = ?', institution, from);
    database.run(
      'INSERT INTO account_name VALUES (?, ?, ?, 1, ?)',
      institution,
      from,
      to,
      from === DEFAULT_ACCOUNT_ID ? 0 : 1,
    );
    database.run(
      `UPDATE account_statement SET content = json_set(content, '$.id', ?) WHERE account = ?`,
      to,
      adopted,
    );
    renameInRecords(database, adopted, to);
    return true;
  });
}

/** Whether the name means an account already, or the account has taken over another name. */
function isTaken(database: Database, institution: string, { from, to }: AdoptedAccount): boolean {
  const sql =
    'SELECT 1 FROM account_name WHERE institution = ? AND (name = ? OR (account_id = ? AND in_ids))';
  return database.row(sql, institution, from, to) !== undefined;
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
  return database.row(`SELECT 1 WHERE ${isLiveSql('?')}`, account) !== undefined;
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
