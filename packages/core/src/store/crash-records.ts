import type { HostDatabase } from './host-database.js';

/** One crash of a cell. */
export interface CrashRecord {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly reason: string;
}

/** Crashes that lie longer back than this count for nothing any more, in milliseconds. So do those of a clock that was ahead. */
const KEPT = 24 * 60 * 60 * 1000;

/** The crashes of cells, over all hosts: three runs of a program that crash once each count as three. */
export class CrashRecords {
  readonly #database: HostDatabase;

  constructor(database: HostDatabase) {
    this.#database = database;
  }

  record(cell: string, { at, reason }: CrashRecord): void {
    this.#database.transaction(() => {
      this.#database.run(
        'INSERT INTO crash (cell, at, reason) VALUES (?, ?, ?)',
        cell,
        toInstant(at),
        reason,
      );
      this.#database.run('DELETE FROM crash WHERE at < ? OR at > ?', toInstant(at - KEPT), toInstant(at));
    });
  }

  since(cell: string, at: number): CrashRecord[] {
    return this.#database
      .all('SELECT at, reason FROM crash WHERE cell = ? AND at >= ? ORDER BY sequence', cell, toInstant(at))
      .map((row) => ({ at: Date.parse(String(row['at'])), reason: String(row['reason']) }));
  }

  clear(cell: string): void {
    this.#database.run('DELETE FROM crash WHERE cell = ?', cell);
  }
}

/** @param milliseconds Since 1970. */
function toInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
