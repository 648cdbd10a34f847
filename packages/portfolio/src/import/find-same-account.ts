import { DEFAULT_ACCOUNT_ID } from '@bourse/core/interfaces';
import { compareAccounts } from '../entries/account-likeness.js';
import { isLiveSql, isToldSql } from '../ledger/account-state.js';
import { readStagedTraces, readTraces } from '../ledger/account-traces.js';
import { integer, optionalText, text } from '../ledger/cells.js';
import type { Database } from '../ledger/database.js';
import { areDistinct } from '../ledger/similar-accounts.js';

/** Whose records they are, and who read them. */
export interface AccountOwner {
  readonly institution: string;
  readonly pluginId: string;
}

/**
 * The first day of accounts that the user named and that the institution has not told of; undefined where there are none, or where the
 * account that it reports has records already.
 */
export function findFirstStatedDay(
  database: Database,
  owner: AccountOwner,
  reported: string,
): string | undefined {
  const isLive = database.row(
    `SELECT 1 FROM account a WHERE a.institution = ? AND a.account_id = ? AND ${isLiveSql('a.id')}`,
    owner.institution,
    reported,
  );
  const keys = isLive === undefined ? listLive(database, owner, false).map(({ key }) => key) : [];
  const row = database.row(
    `SELECT min(v.date) FROM record r JOIN current c ON c.record = r.id JOIN revision v ON v.id = c.revision
     WHERE r.account IN (SELECT value FROM json_each(?)) AND r.kind <> 'POSITION'`,
    JSON.stringify(keys),
  );
  return optionalText(row?.[0]);
}

/** The account that the user named of which an answer that is under way tells under another id, where it is exactly one. */
export function findStatedAccount(
  database: Database,
  { institution, pluginId }: AccountOwner,
  reported: string,
): string | undefined {
  return onlySame(database, reported, listLive(database, { institution, pluginId }, false));
}

/**
 * The only account that the institution reports, where a file that is under way tells of it under another name, and where the user has no
 * other name for it: who gives two names means two accounts.
 */
export function findReportedAccount(
  database: Database,
  { institution, pluginId }: AccountOwner,
  name: string,
): string | undefined {
  const accounts = listLive(database, { institution, pluginId }, true);
  const [only, ...others] = accounts;
  if (only === undefined || others.length > 0) return undefined;
  const otherName = database.row(
    'SELECT 1 FROM account_name WHERE institution = ? AND account_id = ? AND is_alias AND name <> ?',
    institution,
    only.accountId,
    name,
  );
  return otherName === undefined ? onlySame(database, name, accounts) : undefined;
}

interface LiveAccount {
  readonly key: number;
  readonly institution: string;
  readonly accountId: string;
}

/** Accounts with records that a plugin has read: those that the institution tells of, or those that the user has named. */
function listLive(
  database: Database,
  { institution, pluginId }: AccountOwner,
  isTold: boolean,
): LiveAccount[] {
  return database
    .rows(
      `SELECT a.id, a.account_id FROM account a
       WHERE a.institution = ?1 AND a.account_id <> ?2 AND ${isLiveSql('a.id')} AND ${isTold ? isToldSql('a.id') : isNamedOnly('a')}
         AND EXISTS (
           SELECT 1 FROM import i JOIN observation o ON o.import = i.id JOIN record r ON r.id = o.record
           WHERE r.account = a.id AND i.plugin_id = ?3 AND i.undone_at IS NULL
         )`,
      institution,
      DEFAULT_ACCOUNT_ID,
      pluginId,
    )
    .map((row) => ({ key: integer(row[0]), institution, accountId: text(row[1]) }));
}

/** What a file calls an account by itself is its number at the institution: two numbers are two accounts. */
function isNamedOnly(account: string): string {
  return `NOT ${isToldSql(`${account}.id`)} AND EXISTS (
    SELECT 1 FROM named_account n WHERE n.institution = ${account}.institution AND n.account_id = ${account}.account_id
  )`;
}

function onlySame(database: Database, staged: string, accounts: readonly LiveAccount[]): string | undefined {
  const traces = readStagedTraces(database, staged);
  const same = accounts.filter(
    ({ key, institution, accountId }) =>
      accountId !== staged &&
      !areDistinct(database, institution, accountId, staged) &&
      compareAccounts(readTraces(database, key), traces).likeness === 'same',
  );
  const [only, ...others] = same;
  return others.length > 0 ? undefined : only?.accountId;
}
