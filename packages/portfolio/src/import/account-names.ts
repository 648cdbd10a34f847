import type { AccountNames } from '@bourse/core';
import { DEFAULT_ACCOUNT_ID, ProblemError, toProblem } from '@bourse/core/interfaces';
import { text } from '../ledger/cells.js';
import type { Database } from '../ledger/database.js';
import { isLiveSql } from '../ledger/account-state.js';
import { areDistinct } from '../ledger/similar-accounts.js';
import { isDefaultAccountLive } from './adopt-account.js';
import { findContradiction, type Contradiction } from './find-contradictions.js';
import type { ImportOrigin } from './import-origin.js';
import { isStaged, stageRemark } from './staging.js';

/** What connections report of accounts that have a number or a name. */
const REPORTED = `FROM account_statement s JOIN import i ON i.id = s.import AND i.undone_at IS NULL AND i.channel = 'API'
  JOIN account a ON a.id = s.account AND a.account_id <> '${DEFAULT_ACCOUNT_ID}'`;

const CONNECTED = `SELECT DISTINCT a.account_id ${REPORTED}
  WHERE a.institution = ? AND i.connection_id IS NOT NULL ORDER BY a.account_id`;

/**
 * Where records go whose file or answer names no account: to the one that the user has named, that has taken over records of
 * another name, or that alone is connected. To none where several would do: then an import that needs one and has none is refused.
 */
export function findAccountNames(database: Database, institution: string): AccountNames {
  const [only, ...others] = listAccountNames(database, institution);
  return {
    ...(only === undefined || others.length > 0 ? {} : { defaultAccount: only }),
    aliases: pairsOf(
      database,
      'SELECT name, account_id FROM account_name WHERE institution = ? AND is_alias',
      institution,
    ),
    idNames: pairsOf(
      database,
      'SELECT account_id, name FROM account_name WHERE institution = ? AND in_ids',
      institution,
    ),
  };
}

function pairsOf(database: Database, sql: string, institution: string): ReadonlyMap<string, string> {
  return new Map(database.rows(sql, institution).map((row) => [text(row[0]), text(row[1])]));
}

/** The account that a connection has reported, where it is one. */
export function findConnectionAccount(database: Database, connectionId: string): string | undefined {
  const [only, ...others] = database.rows(
    `SELECT DISTINCT a.account_id ${REPORTED} WHERE i.connection_id = ?`,
    connectionId,
  );
  return only === undefined || others.length > 0 ? undefined : text(only[0]);
}

/**
 * Accounts of an institution that a file without an account number may be of. Where records without a number are there beside the one
 * that is connected, because they are of another account, it is one of those.
 */
function listAccountNames(database: Database, institution: string): string[] {
  const named = database.rows(
    `SELECT n.account_id FROM (
       SELECT institution, account_id FROM named_account UNION SELECT institution, account_id FROM account_name
     ) n
     JOIN account a ON a.institution = n.institution AND a.account_id = n.account_id
     WHERE n.institution = ? AND ${isLiveSql('a.id')} ORDER BY n.account_id`,
    institution,
  );
  if (named.length > 0) return named.map((row) => text(row[0]));
  const connected = database.rows(CONNECTED, institution).map((row) => text(row[0]));
  const [only, ...others] = connected;
  if (only === undefined || others.length > 0) return connected;
  const isOther =
    isDefaultAccountLive(database, institution) ||
    areDistinct(database, institution, DEFAULT_ACCOUNT_ID, only);
  return isOther ? [] : connected;
}

export function rememberAccountName(
  database: Database,
  { institution, accountName, reportedAccount }: ImportOrigin,
): void {
  if (accountName === undefined) return;
  if (reportedAccount !== undefined) {
    const alias = 'INSERT INTO account_name VALUES (?, ?, ?, 0, 1) ON CONFLICT DO NOTHING';
    database.run(alias, institution, accountName, reportedAccount);
  } else if (isStaged(database, accountName)) {
    database.run('INSERT INTO named_account VALUES (?, ?) ON CONFLICT DO NOTHING', institution, accountName);
  }
}

/**
 * Looks for records that may go to the wrong account.
 *
 * @throws ProblemError INVALID_REQUEST where a file names no account although several are known
 */
export function checkAccountNames(database: Database, origin: ImportOrigin): void {
  const { institution, accountName } = origin;
  if (origin.channel !== 'API' && origin.connectionId === undefined) remarkContradictions(database);
  if (isStaged(database, DEFAULT_ACCOUNT_ID)) {
    const names = listAccountNames(database, institution);
    if (names.length > 0) throw unnamed(institution, names);
  }
  if (accountName === undefined || accountName === DEFAULT_ACCOUNT_ID || !isStaged(database, accountName))
    return;
  if (isDefaultAccountLive(database, institution))
    stageRemark(database, 'PROBLEM', namedLate(institution, accountName));
}

/** Where a file says otherwise than what is there, one of both does not count any more. */
function remarkContradictions(database: Database): void {
  for (const row of database.rows('SELECT DISTINCT account_id FROM temp.staged ORDER BY 1')) {
    const found = findContradiction(database, text(row[0]));
    if (found !== undefined) stageRemark(database, 'PROBLEM', contradicting(text(row[0]), found));
  }
}

function contradicting(accountId: string, { shared, differing }: Contradiction): object {
  return toProblem({
    code: 'POSSIBLE_DUPLICATE',
    message: `Of ${shared} records that the ledger has of "${accountId}" as well, ${differing} say otherwise under the same numbers. Only one of both counts.`,
    remedy:
      'If the file is of another account, undo the import (bourse import --list, bourse import --undo <id>), and import it with --account <another name>.',
  });
}

function unnamed(institution: string, names: readonly string[]): ProblemError {
  return new ProblemError({
    code: 'INVALID_REQUEST',
    message: `The file names no account, and these accounts of ${institution} are known: ${names.join(', ')}.`,
    remedy: 'Say which account it is, or give a new name.',
  });
}

function namedLate(institution: string, accountName: string): object {
  return toProblem({
    code: 'POSSIBLE_DUPLICATE',
    message: `Earlier imports of ${institution} went to an account without a name, this one to "${accountName}".`,
    remedy:
      'If it is the same account, undo the earlier imports (bourse import --list, bourse import --undo <id>), and import their files again with --account.',
  });
}
