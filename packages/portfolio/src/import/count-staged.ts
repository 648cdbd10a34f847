import { RECORD_KINDS, type RecordKind, type SourceChannel } from '@bourse/core/interfaces';
import { integer, text } from '../ledger/cells.js';
import type { Database } from '../ledger/database.js';
import type { RecordCounts } from './import-report.js';

export type KindCounts = { readonly [Kind in RecordKind]?: RecordCounts };

const NONE: RecordCounts = { new: 0, revised: 0, known: 0 };

/** What decides, beside its rows, whether what an import says counts: see `MIGRATIONS`. */
export interface Rank {
  readonly channel: SourceChannel;
  /** In UTC, without its `Z`. */
  readonly generatedAt: string | undefined;
}

/** Whether what counts of a record outranks the import of channel ?1 and time ?2. */
const OUTRANKED = `EXISTS (
  SELECT 1 FROM current c JOIN observation o ON o.record = c.record AND o.revision = c.revision
  JOIN import i ON i.id = o.import AND i.undone_at IS NULL
  WHERE c.record = r.id AND (
    (i.generated_at IS NOT NULL AND (?2 IS NULL OR i.generated_at > ?2)) OR
    (i.generated_at IS ?2 AND ((i.channel = 'API') > (?1 = 'API') OR
      ((i.channel = 'API') = (?1 = 'API') AND o.row_count > s.row_count)))
  )
)`;

/**
 * A record is new while nothing live observes it, and known when something live says of it what the import says, or something better
 * says otherwise, so that nothing changes. What is held may become again what it was: that is known only where nothing else was said
 * of it since.
 */
const COUNT = `
  SELECT kind, CASE WHEN same IS NULL THEN 'new' WHEN same OR outranked THEN 'known' ELSE 'revised' END AS state, count(*)
  FROM (
    SELECT s.kind, (
      SELECT max(v.digest = s.digest AND (s.kind <> 'POSITION' OR c.revision = v.id)) FROM observation o JOIN import i ON i.id = o.import AND i.undone_at IS NULL
      JOIN revision v ON v.id = o.revision LEFT JOIN current c ON c.record = o.record WHERE o.record = r.id
    ) AS same, s.kind <> 'POSITION' AND ${OUTRANKED} AS outranked
    FROM temp.staged s LEFT JOIN record r ON r.key = s.key
  )
  GROUP BY kind, state`;

export function countStaged(database: Database, { channel, generatedAt }: Rank): KindCounts {
  const counts: { [Kind in RecordKind]?: RecordCounts } = {};
  for (const row of database.rows(COUNT, channel, generatedAt ?? null)) {
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
