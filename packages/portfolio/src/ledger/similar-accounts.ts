import { compareAccounts, type Trace } from '../entries/account-likeness.js';
import type { SimilarAccounts } from '../entries/ledger-data.js';
import { isLiveSql, isToldSql } from './account-state.js';
import { readTraces } from './account-traces.js';
import { integer, text } from './cells.js';
import type { Database, Row } from './database.js';

const TOLD = `SELECT DISTINCT institution FROM import WHERE undone_at IS NULL AND channel = 'API'`;

/** Accounts of institutions that tell of accounts themselves, where there are several. */
const ACCOUNTS = `
  SELECT a.id, a.institution, a.account_id, ${isToldSql('a.id')} FROM account a
  WHERE a.institution IN (${TOLD}) AND ${isLiveSql('a.id')} AND (
    SELECT count(*) FROM account b WHERE b.institution = a.institution AND ${isLiveSql('b.id')}
  ) > 1`;

interface Candidate {
  readonly key: number;
  readonly institution: string;
  readonly accountId: string;
  readonly isTold: boolean;
}

/** Accounts that files brought, each with one of which the institution tells so much the same that both may be one. */
export function readSimilarAccounts(database: Database): SimilarAccounts[] {
  const candidates = database.rows(ACCOUNTS).map(toCandidate);
  const traces = new Map<number, Trace[]>();
  const tracesOf = ({ key }: Candidate): Trace[] => {
    const known = traces.get(key) ?? readTraces(database, key);
    traces.set(key, known);
    return known;
  };
  return candidates
    .filter(({ isTold }) => !isTold)
    .flatMap((stated) =>
      candidates
        .filter((told) => told.isTold && told.institution === stated.institution)
        .filter(({ accountId }) => !areDistinct(database, stated.institution, stated.accountId, accountId))
        .flatMap((told) => {
          const { likeness, common } = compareAccounts(tracesOf(stated), tracesOf(told));
          if (likeness === 'different') return [];
          return [{ stated: stated.key, told: told.key, common, files: listFiles(database, stated.key) }];
        }),
    );
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

function listFiles(database: Database, account: number): SimilarAccounts['files'] {
  return database
    .rows(
      `SELECT DISTINCT i.id, i.file_name FROM record r JOIN observation o ON o.record = r.id
       JOIN import i ON i.id = o.import AND i.undone_at IS NULL WHERE r.account = ? ORDER BY i.id`,
      account,
    )
    .map((row) => ({ importId: integer(row[0]), name: text(row[1]) }));
}
