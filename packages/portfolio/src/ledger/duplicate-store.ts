import { ProblemError, type RecordKind } from '@bourse/core/interfaces';
import {
  findDuplicates,
  type Decision,
  type PossibleDuplicate,
  type Sighting,
  type Verdict,
} from '../entries/duplicates.js';
import { integer, text } from './cells.js';
import type { Database } from './database.js';

/** A record counts as seen through every channel that a live import of it came through. What is announced is no booking of its day. */
const SIGHTINGS = `
  SELECT r.key, r.account, r.kind, v.date, v.fingerprint, max(i.channel = 'STATEMENT'), max(i.channel = 'API')
  FROM current c JOIN record r ON r.id = c.record JOIN revision v ON v.id = c.revision
  JOIN observation o ON o.record = r.id JOIN import i ON i.id = o.import AND i.undone_at IS NULL
  WHERE r.kind <> 'POSITION' AND v.status NOT IN ('ANNOUNCED', 'FORECAST') GROUP BY r.id`;

export function readDuplicates(database: Database): PossibleDuplicate[] {
  const channels = database.rows('SELECT DISTINCT channel FROM import WHERE undone_at IS NULL');
  return channels.length < 2 ? [] : findDuplicates(readSightings(database), readDecisions(database));
}

/** @throws ProblemError NOT_FOUND where the ledger does not hold both records */
export function storeDecision(
  database: Database,
  records: readonly [string, string],
  verdict: Verdict,
): void {
  const [first, second] = records.toSorted();
  if (first === undefined || second === undefined) return;
  database.writing(() => {
    for (const id of [first, second]) requireRecord(database, id);
    database.run('INSERT OR REPLACE INTO decision VALUES (?, ?, ?)', first, second, verdict);
  });
}

function requireRecord(database: Database, id: string): void {
  if (database.row('SELECT 1 FROM record WHERE key = ?', id) === undefined)
    throw new ProblemError({
      code: 'NOT_FOUND',
      message: `The ledger has no record ${id}.`,
      remedy: 'See the ids with "bourse duplicates".',
    });
}

function readSightings(database: Database): Sighting[] {
  return database.rows(SIGHTINGS).map((row) => ({
    id: text(row[0]),
    account: integer(row[1]),
    kind: text(row[2]) as RecordKind,
    date: text(row[3]),
    fingerprint: text(row[4]),
    inStatement: row[5] === 1,
    inApi: row[6] === 1,
  }));
}

function readDecisions(database: Database): Decision[] {
  return database.rows('SELECT first, second, verdict FROM decision').map((row) => ({
    first: text(row[0]),
    second: text(row[1]),
    verdict: row[2] === 'same' ? 'same' : 'different',
  }));
}
