import type { RecordByKind } from '@bourse/core';
import type { RecordKind } from '@bourse/core/interfaces';
import type { Filter } from '../entries/filter.js';
import { integer, text } from './cells.js';
import type { Database } from './database.js';
import { readDuplicates } from './duplicate-store.js';
import { parseStored } from './parse-stored.js';

/** A record as it stands in the ledger. */
export interface StoredRecord<Kind extends RecordKind> {
  readonly record: RecordByKind[Kind];
  /** How many revisions of it are known, this one included. */
  readonly revisions: number;
  /** False where another channel seems to tell of the same event, so that this record stands in no sum. */
  readonly counted: boolean;
}

/** What some import said of a record. */
export interface StoredRevision {
  readonly record: RecordByKind[RecordKind];
  readonly current: boolean;
  /** Imports that say so, also those that were undone. */
  readonly importIds: readonly number[];
}

const RECORDS = `
  SELECT t.json, r.key, (SELECT count(*) FROM revision w WHERE w.record = r.id)
  FROM current c JOIN record r ON r.id = c.record JOIN revision v ON v.id = c.revision
  JOIN content t ON t.revision = v.id JOIN account a ON a.id = r.account
  WHERE r.kind = ?1 AND (?2 IS NULL OR a.account_id = ?2 OR a.institution || '/' || a.account_id = ?2)
    AND (?3 IS NULL OR v.date >= ?3) AND (?4 IS NULL OR v.date <= ?4)
  ORDER BY v.date, v.at, r.key`;

/** The current revisions of one kind, by date, instant and id, read one by one. */
export function* iterateRecords<Kind extends RecordKind>(
  database: Database,
  kind: Kind,
  { account, since, until }: Filter,
): Generator<StoredRecord<Kind>> {
  const heldBack = new Set(readDuplicates(database).map((duplicate) => duplicate.heldBack));
  for (const row of database.iterate(RECORDS, kind, account ?? null, since ?? null, until ?? null)) {
    yield {
      record: parseStored<RecordByKind[Kind]>(text(row[0])),
      revisions: integer(row[2]),
      counted: !heldBack.has(text(row[1])),
    };
  }
}

/** Everything that was ever said of a record, oldest first. */
export function listRevisions(database: Database, recordId: string): StoredRevision[] {
  return database
    .rows(
      `SELECT t.json, c.revision IS NOT NULL, (
         SELECT json_group_array(o.import) FROM (SELECT import FROM observation WHERE record = r.id AND revision = v.id ORDER BY import) o
       )
       FROM record r JOIN revision v ON v.record = r.id JOIN content t ON t.revision = v.id
       LEFT JOIN current c ON c.revision = v.id AND c.record = r.id
       WHERE r.key = ? ORDER BY v.id`,
      recordId,
    )
    .map((row) => ({
      record: parseStored<RecordByKind[RecordKind]>(text(row[0])),
      current: row[1] === 1,
      importIds: parseStored<number[]>(text(row[2])),
    }));
}
