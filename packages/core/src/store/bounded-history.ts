import type { SQLOutputValue } from 'node:sqlite';
import { Backlog } from './backlog.js';
import type { HostDatabase } from './host-database.js';
import type { WriteQueue } from './write-queue.js';

/** A table of host.db that keeps the last entries of each plugin. */
export interface HistoryTable {
  readonly table: 'transition' | 'health_status' | 'log_line';
  /** What the entries are, in the plural. */
  readonly what: string;
  /** One of them is `at`. */
  readonly columns: readonly string[];
  /** Entries that are kept of one plugin. */
  readonly limit: number;
  /** When entries are written: each at once, or those of one turn of the event loop together. */
  readonly when?: 'now' | 'turn';
}

/** Entries of one plugin that may wait to be written. Those of a log may be long. */
const WAITING = 500;

/** The values of one entry, in the order of the columns. */
type HistoryEntry = readonly (string | number)[];

/** Appends to a history and forgets what is beyond its limit. Nobody waits for an entry to be written. */
export class BoundedHistory {
  readonly #database: HostDatabase;
  readonly #table: HistoryTable;
  readonly #backlog: Backlog<HistoryEntry>;

  constructor(database: HostDatabase, queue: WriteQueue, table: HistoryTable) {
    const { what, when = 'now' } = table;
    this.#database = database;
    this.#table = table;
    this.#backlog = new Backlog(queue, {
      what,
      limit: WAITING,
      when,
      write: (pluginId, entries) => this.#write(pluginId, entries),
    });
  }

  append(pluginId: string, entry: HistoryEntry): void {
    this.#backlog.add(pluginId, entry);
  }

  /** Entries of a plugin since an instant, oldest first, also those that are not written yet. */
  since(pluginId: string, at: string): Record<string, SQLOutputValue>[] {
    const { table, columns } = this.#table;
    const written = this.#database.all(
      `SELECT * FROM ${table} WHERE plugin_id = ? AND at >= ? ORDER BY sequence`,
      pluginId,
      at,
    );
    const waiting = this.#backlog
      .of(pluginId)
      .map((entry) =>
        Object.fromEntries([['plugin_id', pluginId], ...columns.map((name, index) => [name, entry[index]])]),
      );
    return [...written, ...waiting.filter((row) => String(row['at']) >= at)];
  }

  #write(pluginId: string, entries: readonly HistoryEntry[]): void {
    const { table, columns, limit } = this.#table;
    const marks = columns.map(() => '?').join(', ');
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
  }
}
