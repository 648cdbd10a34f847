import { integer } from '../ledger/cells.js';
import type { Database } from '../ledger/database.js';
import type { ImportOrigin } from './import-origin.js';

/**
 * An import of the same bytes by the same plugin that tells the same of accounts, and all that is staged otherwise. An answer has no
 * bytes, so that balances may be all that is new in it, and that its records have to be looked for in other answers as well.
 */
export function findSameImport(
  database: Database,
  { file, plugin, institution, connectionId }: ImportOrigin,
): number | undefined {
  const row = database.row(
    `SELECT i.id FROM import i
     WHERE i.file_sha256 = ?1 AND i.plugin_digest = ?2 AND i.institution = ?3 AND i.connection_id IS ?4 AND i.undone_at IS NULL
       AND NOT EXISTS (
         SELECT r.id FROM temp.staged s JOIN record r ON r.key = s.key EXCEPT
         SELECT o.record FROM observation o JOIN import j ON j.id = o.import
         WHERE j.file_sha256 = ?1 AND j.plugin_digest = ?2 AND j.institution = ?3 AND j.connection_id IS ?4 AND j.undone_at IS NULL
       )
       AND NOT EXISTS (
         SELECT content FROM temp.staged_account EXCEPT SELECT content FROM account_statement WHERE import = i.id
       )
       AND NOT EXISTS (
         SELECT content FROM account_statement WHERE import = i.id EXCEPT SELECT content FROM temp.staged_account
       )
       AND NOT EXISTS (SELECT content FROM temp.staged_rate EXCEPT SELECT content FROM rate WHERE import = i.id)
     ORDER BY i.id`,
    file.sha256,
    plugin.digest,
    institution,
    connectionId ?? null,
  );
  return row === undefined ? undefined : integer(row[0]);
}
