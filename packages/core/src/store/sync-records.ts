import type { HostDatabase } from './host-database.js';

/** How far each connection was synced, by the name of what was listed. */
export class SyncRecords {
  readonly #database: HostDatabase;

  constructor(database: HostDatabase) {
    this.#database = database;
  }

  /** The booking date up to which everything was stored; undefined where nothing was. */
  doneUntil(connectionId: string, list: string): string | undefined {
    const row = this.#database.get(
      'SELECT done_until FROM sync_state WHERE connection_id = ? AND list = ?',
      connectionId,
      list,
    );
    return row === undefined ? undefined : String(row['done_until']);
  }

  /** When the connection was last synced as a whole, whatever was found to agree; undefined where it never was. */
  lastSyncedAt(connectionId: string): string | undefined {
    const at = this.#database.get(
      `SELECT min(synced_at) AS at FROM sync_state WHERE connection_id = ? AND list NOT LIKE 'agreed %'`,
      connectionId,
    )?.['at'];
    return typeof at === 'string' ? at : undefined;
  }

  save(connectionId: string, list: string, doneUntil: string, syncedAt: string): void {
    this.#database.run(
      `INSERT INTO sync_state (connection_id, list, done_until, synced_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (connection_id, list) DO UPDATE SET done_until = excluded.done_until, synced_at = excluded.synced_at`,
      connectionId,
      list,
      doneUntil,
      syncedAt,
    );
  }
}
