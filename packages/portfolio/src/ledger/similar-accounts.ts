import { compareAccounts } from '../entries/account-likeness.js';
import type { SimilarAccounts, SimilarSource } from '../entries/ledger-data.js';
import { isLiveSql, isToldSql } from './account-state.js';
import { lastDayOf, readLatestTraces, readTraces } from './account-traces.js';
import { integer, optionalInteger, text } from './cells.js';
import type { Database, Row } from './database.js';

const TOLD = `SELECT DISTINCT institution FROM import WHERE undone_at IS NULL AND channel = 'API'`;

/** Accounts of institutions that tell of accounts themselves, where there are several. */
const ACCOUNTS = `
  SELECT a.id, a.institution, a.account_id, ${isToldSql('a.id')} FROM account a
  WHERE a.institution IN (${TOLD}) AND ${isLiveSql('a.id')} AND (
    SELECT count(*) FROM account b WHERE b.institution = a.institution AND ${isLiveSql('b.id')}
  ) > 1`;

/** Bookings of an account that are compared before all are. */
const SAMPLE = 200;

interface Candidate {
  readonly key: number;
  readonly institution: string;
  readonly accountId: string;
  readonly isTold: boolean;
}

/**
 * Accounts that files brought, or that the institution told of under another number, each with one of which it tells so much the same
 * that both may be one.
 */
export function readSimilarAccounts(database: Database): SimilarAccounts[] {
  const candidates = database.rows(ACCOUNTS).map(toCandidate);
  return candidates.flatMap((stated) =>
    candidates
      .filter((told) => told.isTold && told.institution === stated.institution)
      .filter((told) => !stated.isTold || isFormer(database, stated, told))
      .filter(({ accountId }) => !areDistinct(database, stated.institution, stated.accountId, accountId))
      .flatMap((told) => compareCandidates(database, stated, told)),
  );
}

/** Of two accounts that the institution told of the same bookings with the same numbers are asked for: it knows its accounts. */
function compareCandidates(database: Database, stated: Candidate, told: Candidate): SimilarAccounts[] {
  if (!areAlikeOfLate(database, stated.key, told.key)) return [];
  const { likeness, common } = compareAccounts(
    readTraces(database, stated.key),
    readTraces(database, told.key),
  );
  if (likeness === 'different' || (stated.isTold && likeness !== 'same')) return [];
  const files = listSources(database, stated.key);
  return [{ stated: stated.key, wasTold: stated.isTold, told: told.key, common, files }];
}

const LAST_TOLD = `SELECT max(i.id) FROM import i JOIN account_statement s ON s.import = i.id
  WHERE i.undone_at IS NULL AND i.channel = 'API' AND s.account = ?`;

const TOLD_TOGETHER = `SELECT 1 FROM import i JOIN account_statement s ON s.import = i.id JOIN account_statement t ON t.import = i.id
  WHERE i.undone_at IS NULL AND i.channel = 'API' AND s.account = ? AND t.account = ?`;

/** Whether the institution has told of an account before another one, and never of both at once. */
function isFormer(database: Database, former: Candidate, latter: Candidate): boolean {
  if (former.key === latter.key || database.row(TOLD_TOGETHER, former.key, latter.key) !== undefined)
    return false;
  const last = ({ key }: Candidate): number | undefined => optionalInteger(database.row(LAST_TOLD, key)?.[0]);
  const [before, after] = [last(former), last(latter)];
  return before !== undefined && after !== undefined && before < after;
}

/** Whether what two accounts tell of last is alike: quick to say of accounts that are not. */
function areAlikeOfLate(database: Database, stated: number, told: number): boolean {
  const [one, other] = [lastDayOf(database, stated), lastDayOf(database, told)];
  if (one === undefined || other === undefined) return false;
  const until = one < other ? one : other;
  const latest = readLatestTraces(database, stated, { until, limit: SAMPLE });
  const since = latest.reduce((first, { date }) => (date < first ? date : first), until);
  return compareAccounts(latest, readLatestTraces(database, told, { since, until })).likeness !== 'different';
}

/** Whether the user has said that two accounts are two. */
export function areDistinct(database: Database, institution: string, one: string, other: string): boolean {
  const sql = 'SELECT 1 FROM distinct_account WHERE institution = ? AND first = ? AND second = ?';
  return database.row(sql, institution, ...[one, other].sort()) !== undefined;
}

function toCandidate([key, institution, accountId, isTold]: Row): Candidate {
  return {
    key: integer(key),
    institution: text(institution),
    accountId: text(accountId),
    isTold: isTold === 1,
  };
}

function listSources(database: Database, account: number): SimilarSource[] {
  return database
    .rows(
      `SELECT DISTINCT i.id, i.file_name, i.connection_id IS NOT NULL FROM record r JOIN observation o ON o.record = r.id
       JOIN import i ON i.id = o.import AND i.undone_at IS NULL WHERE r.account = ? ORDER BY i.id`,
      account,
    )
    .map((row) => ({ importId: integer(row[0]), name: text(row[1]), isAnswer: row[2] === 1 }));
}
