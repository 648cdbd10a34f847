import { ProblemError } from '@bourse/core/interfaces';
import { integer, text } from '../ledger/cells.js';
import type { Database } from '../ledger/database.js';
import { isStaged } from './staging.js';

/** What a name of an account means. */
interface NameRow {
  readonly name: string;
  readonly account: string;
  readonly isInIds: boolean;
}

/** What the names of an institution's accounts mean, by what is compared of it. */
export type NameRows = ReadonlyMap<string, NameRow>;

export function readNameRows(database: Database, institution: string): NameRows {
  const rows = database.rows(
    'SELECT name, account_id, in_ids, is_alias FROM account_name WHERE institution = ?',
    institution,
  );
  return new Map(
    rows.map((row) => [
      JSON.stringify(row.map(String)),
      { name: text(row[0]), account: text(row[1]), isInIds: integer(row[2]) === 1 },
    ]),
  );
}

/**
 * What was read before an account took over another name has ids that are none any more: each of its bookings would be there twice.
 *
 * @throws ProblemError LEDGER_UNAVAILABLE where names of accounts that are staged mean something else than before
 */
export function checkNameRows(database: Database, institution: string, before: NameRows): void {
  const now = readNameRows(database, institution);
  const changed = [...before, ...now].filter(([key]) => !before.has(key) || !now.has(key));
  const hit = changed.find(
    ([, { name, account, isInIds }]) => isStaged(database, name) || (isInIds && isStaged(database, account)),
  );
  if (hit === undefined) return;
  throw new ProblemError({
    code: 'LEDGER_UNAVAILABLE',
    message: `While this was read, another program gave the records of "${hit[1].name}" to the account "${hit[1].account}".`,
    remedy: 'Do it again. The ledger is as that program left it.',
  });
}
