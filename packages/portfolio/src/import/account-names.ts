import { DEFAULT_ACCOUNT_ID, ProblemError, toProblem } from '@bourse/core/interfaces';
import { text } from '../ledger/cells.js';
import type { Database } from '../ledger/database.js';
import type { ImportOrigin } from './import-origin.js';
import { stageRemark } from './staging.js';

/** An account counts while something live stands in it, so that a name that was a mistake goes with its import. */
const IS_LIVE = `EXISTS (SELECT 1 FROM record r JOIN current c ON c.record = r.id WHERE r.account = a.id)`;

/** Names that the user gave to accounts of an institution whose files name none. */
export function listAccountNames(database: Database, institution: string): string[] {
  return database
    .rows(
      `SELECT n.account_id FROM named_account n
       JOIN account a ON a.institution = n.institution AND a.account_id = n.account_id
       WHERE n.institution = ? AND ${IS_LIVE} ORDER BY n.account_id`,
      institution,
    )
    .map((row) => text(row[0]));
}

export function rememberAccountName(database: Database, { institution, accountName }: ImportOrigin): void {
  if (accountName === undefined || !isStaged(database, accountName)) return;
  database.run('INSERT INTO named_account VALUES (?, ?) ON CONFLICT DO NOTHING', institution, accountName);
}

/**
 * Looks for records that may go to the wrong account.
 *
 * @throws ProblemError INVALID_REQUEST where the file names no account although the user has named some
 */
export function checkAccountNames(database: Database, { institution, accountName }: ImportOrigin): void {
  if (isStaged(database, DEFAULT_ACCOUNT_ID)) {
    const names = listAccountNames(database, institution);
    if (names.length > 0) throw unnamed(institution, names);
  }
  if (accountName === undefined || accountName === DEFAULT_ACCOUNT_ID || !isStaged(database, accountName))
    return;
  if (hasUnnamedAccount(database, institution))
    stageRemark(database, 'PROBLEM', namedLate(institution, accountName));
}

function isStaged(database: Database, accountId: string): boolean {
  const found = database.row(
    `SELECT 1 FROM temp.staged WHERE account_id = ? UNION SELECT 1 FROM temp.staged_account WHERE account_id = ?`,
    accountId,
    accountId,
  );
  return found !== undefined;
}

function hasUnnamedAccount(database: Database, institution: string): boolean {
  const found = database.row(
    `SELECT 1 FROM account a WHERE a.institution = ? AND a.account_id = ? AND ${IS_LIVE}`,
    institution,
    DEFAULT_ACCOUNT_ID,
  );
  return found !== undefined;
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
    remedy: 'If it is the same account, undo the earlier imports and import their files again with the name.',
  });
}
