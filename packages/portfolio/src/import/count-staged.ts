import { RECORD_KINDS, type RecordKind } from '@bourse/core/interfaces';
import { integer, text } from '../ledger/cells.js';
import type { Database } from '../ledger/database.js';
import type { RecordCounts } from './import-report.js';

export type KindCounts = { readonly [Kind in RecordKind]?: RecordCounts };

const NONE: RecordCounts = { new: 0, revised: 0, known: 0 };

/**
 * A record is new while nothing live observes it, and known when something live says of it what the file says. What is held may
 * become again what it was: that is known only where nothing else was said of it since.
 */
const COUNT = `
  SELECT kind, CASE WHEN same IS NULL THEN 'new' WHEN same THEN 'known' ELSE 'revised' END AS state, count(*)
  FROM (
    SELECT s.kind, (
      SELECT max(v.digest = s.digest AND (s.kind <> 'POSITION' OR c.revision = v.id)) FROM observation o JOIN import i ON i.id = o.import AND i.undone_at IS NULL
      JOIN revision v ON v.id = o.revision LEFT JOIN current c ON c.record = o.record WHERE o.record = r.id
    ) AS same
    FROM temp.staged s LEFT JOIN record r ON r.key = s.key
  )
  GROUP BY kind, state`;

export function countStaged(database: Database): KindCounts {
  const counts: { [Kind in RecordKind]?: RecordCounts } = {};
  for (const row of database.rows(COUNT)) {
    const kind = RECORD_KINDS.find((candidate) => candidate === row[0]);
    if (kind !== undefined) counts[kind] = { ...NONE, ...counts[kind], [text(row[1])]: integer(row[2]) };
  }
  return counts;
}

export function sumCounts(kinds: KindCounts): RecordCounts {
  return Object.values(kinds).reduce(
    (sum, counts) => ({
      new: sum.new + counts.new,
      revised: sum.revised + counts.revised,
      known: sum.known + counts.known,
    }),
    NONE,
  );
}
