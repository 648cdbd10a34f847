import { integer } from '../ledger/cells.js';
import type { Database } from '../ledger/database.js';
import type { ImportOrigin } from './import-origin.js';

const DIFFERS = `
  WITH former AS (
    SELECT r.key FROM observation o JOIN record r ON r.id = o.record JOIN revision v ON v.id = o.revision
    WHERE (r.kind = 'POSITION' OR r.kind = 'DIVIDEND' AND v.status IN ('ANNOUNCED', 'FORECAST')) AND o.import = (
      SELECT max(id) FROM import
      WHERE institution = ? AND connection_id IS ? AND file_name = ? AND channel = 'API' AND undone_at IS NULL
    )
  ), told AS (
    SELECT key FROM temp.staged WHERE kind = 'POSITION' OR kind = 'DIVIDEND' AND status IN ('ANNOUNCED', 'FORECAST')
  )
  SELECT EXISTS (SELECT key FROM former EXCEPT SELECT key FROM told)
    OR EXISTS (SELECT key FROM told EXCEPT SELECT key FROM former)`;

/**
 * Whether a list of the institution tells of other holdings, or of other income to come, than the former one did. What it tells no more
 * is held no more, or withdrawn, which is news although no record is new.
 */
export function isToldOtherwise(
  database: Database,
  { institution, connectionId, file, channel }: ImportOrigin,
): boolean {
  if (channel !== 'API') return false;
  const row = database.row(DIFFERS, institution, connectionId ?? null, file.name);
  return integer(row?.[0]) === 1;
}
