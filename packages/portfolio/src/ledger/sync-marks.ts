import { optionalText } from './cells.js';
import type { Database } from './database.js';

/** A connection by what no other one shares: its id is given again once it is forgotten. */
export interface MarkOwner {
  readonly id: string;
  readonly createdAt: string;
}

/** How far a sync has stored the lists of a connection: the last booking date, by the name of the list. */
export interface SyncMarks {
  readonly owner: MarkOwner;
  readonly days: ReadonlyMap<string, string>;
}

export function readSyncMark(
  database: Database,
  { id, createdAt }: MarkOwner,
  list: string,
): string | undefined {
  const sql = 'SELECT done_until FROM sync_mark WHERE connection_id = ? AND connected_at = ? AND list = ?';
  return optionalText(database.row(sql, id, createdAt, list)?.[0]);
}

/** To be called within the transaction that stores what the marks speak of. */
export function writeSyncMarks(database: Database, { owner: { id, createdAt }, days }: SyncMarks): void {
  database.run('DELETE FROM sync_mark WHERE connection_id = ? AND connected_at <> ?', id, createdAt);
  for (const [list, day] of days)
    database.run(
      `INSERT INTO sync_mark VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET done_until = excluded.done_until WHERE done_until <> excluded.done_until`,
      id,
      createdAt,
      list,
      day,
    );
}

/** The day of the last import that was made of a list of a connection, in UTC, also where it was undone. */
export function findLastImportDay(
  database: Database,
  connectionId: string,
  fileName: string,
): string | undefined {
  const sql = 'SELECT date(max(imported_at)) FROM import WHERE connection_id = ? AND file_name = ?';
  return optionalText(database.row(sql, connectionId, fileName)?.[0]);
}
