import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { HostDatabase } from './host-database.js';

/** A table of host.db that keeps the last entries of each plugin. */
export interface HistoryTable {
  readonly table: 'transition' | 'health_status' | 'log_line';
  readonly columns: readonly string[];
  /** Entries that are kept of one plugin. */
  readonly limit: number;
}

/** Appends to a history and forgets what is beyond its limit. */
export class BoundedHistory {
  readonly #database: HostDatabase;
  readonly #table: HistoryTable;

  constructor(database: HostDatabase, table: HistoryTable) {
    this.#database = database;
    this.#table = table;
  }

  /** Appends entries, each a list of values in the order of the columns, in one transaction. */
  append(pluginId: string, ...entries: readonly (readonly SQLInputValue[])[]): void {
    const { table, columns, limit } = this.#table;
    const marks = columns.map(() => '?').join(', ');
    this.#database.transaction(() => {
      for (const values of entries)
        this.#database.run(
          `INSERT INTO ${table} (plugin_id, ${columns.join(', ')}) VALUES (?, ${marks})`,
          pluginId,
          ...values,
        );
      this.#database.run(
        `DELETE FROM ${table} WHERE plugin_id = ? AND sequence <=
         (SELECT sequence FROM ${table} WHERE plugin_id = ? ORDER BY sequence DESC LIMIT 1 OFFSET ?)`,
        pluginId,
        pluginId,
        limit,
      );
    });
  }

  /** Entries of a plugin since an instant, oldest first. */
  since(pluginId: string, at: string): Record<string, SQLOutputValue>[] {
    return this.#database.all(
      `SELECT * FROM ${this.#table.table} WHERE plugin_id = ? AND at >= ? ORDER BY sequence`,
      pluginId,
      at,
    );
  }
}
