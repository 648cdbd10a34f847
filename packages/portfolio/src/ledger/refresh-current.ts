import type { Database } from './database.js';

/**
 * Chooses the current revision of some records anew, as told in `MIGRATIONS`, and answers how many changed. A record that nothing
 * live observes has none and is left as it is.
 *
 * @param records SQL that selects the keys of these records in `record`
 */
export function refreshCurrent(database: Database, records: string): number {
  return database.run(
    `INSERT INTO current (record, revision)
     SELECT record, revision FROM (
       SELECT o.record, o.revision, row_number() OVER (
         PARTITION BY o.record ORDER BY i.generated_at DESC NULLS LAST, o.row_count DESC, i.id DESC
       ) AS place
       FROM observation o JOIN import i ON i.id = o.import
       WHERE i.undone_at IS NULL AND o.record IN (${records})
     ) WHERE place = 1
     ON CONFLICT (record) DO UPDATE SET revision = excluded.revision WHERE revision <> excluded.revision`,
  );
}
