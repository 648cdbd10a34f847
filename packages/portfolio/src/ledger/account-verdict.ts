import { ProblemError } from '@bourse/core/interfaces';
import type { Database } from './database.js';

/**
 * Remembers that two accounts of an institution are two. A name that was taken for the other one means an account of its own from now on;
 * records that were taken over go with the undoing of their imports.
 *
 * @throws ProblemError NOT_FOUND where neither is known
 */
export function keepAccountsApart(
  database: Database,
  institution: string,
  accounts: readonly [string, string],
): void {
  const [first, second] = accounts.toSorted();
  if (first === undefined || second === undefined) return;
  database.writing(() => {
    if (!accounts.some((accountId) => isKnown(database, institution, accountId)))
      throw new ProblemError({
        code: 'NOT_FOUND',
        message: `The ledger has neither ${institution}/${first} nor ${institution}/${second}.`,
        remedy: 'See the accounts with "bourse portfolio".',
      });
    database.run(
      'INSERT INTO distinct_account VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      institution,
      first,
      second,
    );
    database.run(
      `UPDATE account_name SET is_alias = 0
       WHERE institution = ?1 AND (name = ?2 AND account_id = ?3 OR name = ?3 AND account_id = ?2)`,
      institution,
      first,
      second,
    );
  });
}

function isKnown(database: Database, institution: string, accountId: string): boolean {
  const sql = 'SELECT 1 FROM account WHERE institution = ? AND account_id = ?';
  return database.row(sql, institution, accountId) !== undefined;
}
