import { ProblemError } from '../interfaces/index.js';
import type { HostDatabase } from './host-database.js';

/** Bytes that an entry counts for beside its key and content, so that empty ones are not free. */
const ENTRY_BYTES = 32;

/** Whose values they are: those of one plugin for one connection, or for none. */
export interface StorageOwner {
  readonly pluginId: string;
  readonly connectionId?: string;
}

/** What plugins keep between runs: JSON texts by key. They survive updates of the plugin and end with the connection. */
export class StorageRecords {
  readonly #database: HostDatabase;

  constructor(database: HostDatabase) {
    this.#database = database;
  }

  /** The JSON text under a key. */
  find(owner: StorageOwner, key: string): string | undefined {
    const row = this.#database.get(
      'SELECT content FROM plugin_value WHERE plugin_id = ? AND connection_id = ? AND key = ?',
      ...idsOf(owner),
      key,
    );
    return row === undefined ? undefined : String(row['content']);
  }

  /** Keys with this beginning, in order. */
  list(owner: StorageOwner, beginning: string): string[] {
    return this.#database
      .all(
        `SELECT key FROM plugin_value WHERE plugin_id = ? AND connection_id = ? AND substr(key, 1, length(?)) = ?
         ORDER BY key`,
        ...idsOf(owner),
        beginning,
        beginning,
      )
      .map(({ key }) => String(key));
  }

  /**
   * @param quota Bytes that all values of the owner may have together, with their keys.
   * @throws ProblemError STORAGE_FULL
   */
  async save(owner: StorageOwner, key: string, content: string, quota: number): Promise<void> {
    const bytes = ENTRY_BYTES + Buffer.byteLength(key) + Buffer.byteLength(content);
    await this.#database.write(() => {
      const used = this.#usedBeside(owner, key);
      if (used + bytes > quota) throw full(bytes, quota - used);
      this.#database.run(
        `INSERT INTO plugin_value (plugin_id, connection_id, key, content, bytes) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (plugin_id, connection_id, key) DO UPDATE SET content = excluded.content, bytes = excluded.bytes`,
        ...idsOf(owner),
        key,
        content,
        bytes,
      );
    });
  }

  async remove(owner: StorageOwner, key: string): Promise<void> {
    await this.#database.write(() =>
      this.#database.run(
        'DELETE FROM plugin_value WHERE plugin_id = ? AND connection_id = ? AND key = ?',
        ...idsOf(owner),
        key,
      ),
    );
  }

  /** Forgets everything that was kept for a connection. */
  forget(connectionId: string): void {
    this.#database.run('DELETE FROM plugin_value WHERE connection_id = ?', connectionId);
  }

  #usedBeside(owner: StorageOwner, key: string): number {
    const row = this.#database.get(
      'SELECT total(bytes) AS used FROM plugin_value WHERE plugin_id = ? AND connection_id = ? AND key <> ?',
      ...idsOf(owner),
      key,
    );
    return Number(row?.['used']);
  }
}

function idsOf({ pluginId, connectionId = '' }: StorageOwner): [string, string] {
  return [pluginId, connectionId];
}

function full(bytes: number, left: number): ProblemError {
  return new ProblemError({
    code: 'STORAGE_FULL',
    message: `The value takes ${bytes} bytes with its key; ${Math.max(0, left)} bytes of the storage are left.`,
  });
}
