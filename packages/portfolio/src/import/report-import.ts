import type { StatementEnd } from '@bourse/core';
import type { Problem } from '@bourse/core/interfaces';
import { integer, text } from '../ledger/cells.js';
import type { Database } from '../ledger/database.js';
import { parseStored } from '../ledger/parse-stored.js';
import { sumCounts, type KindCounts } from './count-staged.js';
import type { ImportOrigin } from './import-origin.js';
import type { ImportReport } from './import-report.js';
import type { RemarkKind } from './staging.js';

interface ImportResult {
  readonly importId: number;
  readonly repeated: boolean;
  readonly origin: ImportOrigin;
  readonly end: StatementEnd;
  readonly kinds: KindCounts;
}

/** Puts together what an import did, while its batches are still staged. */
export function reportImport(
  database: Database,
  { importId, repeated, origin, end, kinds }: ImportResult,
): ImportReport {
  return {
    importId,
    repeated,
    file: origin.file.name,
    format: origin.format,
    institution: origin.institution,
    accountIds: stagedAccounts(database),
    ...(end.period === undefined ? {} : { period: end.period }),
    ...(end.generatedAt === undefined ? {} : { generatedAt: end.generatedAt }),
    rowsTotal: end.rowsTotal,
    ...sumCounts(kinds),
    kinds,
    unclassified: countRows(database, 'UNCLASSIFIED'),
    ignored: countRows(database, 'IGNORED'),
    problems: stagedProblems(database),
  };
}

function stagedAccounts(database: Database): string[] {
  return database
    .rows('SELECT account_id FROM temp.staged UNION SELECT account_id FROM temp.staged_account ORDER BY 1')
    .map((row) => text(row[0]));
}

function countRows(database: Database, kind: RemarkKind): number {
  const row = database.row(
    `SELECT coalesce(sum(json_array_length(content, '$.rows')), 0) FROM temp.staged_remark WHERE kind = ?`,
    kind,
  );
  return integer(row?.[0]);
}

function stagedProblems(database: Database): Problem[] {
  return database
    .rows(`SELECT content FROM temp.staged_remark WHERE kind = 'PROBLEM' ORDER BY rowid`)
    .map((row) => parseStored<Problem>(text(row[0])));
}
