import type { Database } from './database.js';

/** Records whose id some import found to be none; what becomes of them may change with every import. */
const SHARED = 'SELECT r.id FROM shared_key k JOIN record r ON r.key = k.key';

/**
 * Chooses the current revision of some records anew, as told in `MIGRATIONS`, and answers how many changed. A record that nothing
 * live observes has none and is left as it is.
 *
 * @param records SQL that selects the keys of these records in `record`
 */
export function refreshCurrent(database: Database, records: string): number {
  const changed = database.run(
    `INSERT INTO current (record, revision)
     SELECT record, revision FROM (
       SELECT o.record, o.revision, row_number() OVER (
         PARTITION BY o.record
         ORDER BY i.generated_at DESC NULLS LAST, i.channel = 'API' DESC, o.row_count DESC, i.id DESC
       ) AS place
       FROM observation o JOIN import i ON i.id = o.import
       WHERE i.undone_at IS NULL AND o.record IN (${records} UNION ${SHARED})
     ) WHERE place = 1
     ON CONFLICT (record) DO UPDATE SET revision = excluded.revision WHERE revision <> excluded.revision`,
  );
  return changed - retireShared(database);
}

/** Takes out what stands under a shared id and under an id of its own as well. */
function retireShared(database: Database): number {
  return database.run(
    `DELETE FROM current WHERE record IN (
       SELECT r.id FROM shared_key k JOIN import i ON i.id = k.import AND i.undone_at IS NULL
       JOIN record r ON r.key = k.key JOIN current c ON c.record = r.id JOIN revision v ON v.id = c.revision
       JOIN revision w ON w.digest = v.digest AND w.record <> v.record
       JOIN current d ON d.revision = w.id JOIN record q ON q.id = w.record
       WHERE q.account = r.account AND q.kind = r.kind AND q.key NOT IN (
         SELECT l.key FROM shared_key l JOIN import j ON j.id = l.import AND j.undone_at IS NULL
       )
     )`,
  );
}
