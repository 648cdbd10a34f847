import type { HostDatabase } from './host-database.js';

/** Crashes that lie longer back than this count for nothing any more, in milliseconds. */
const KEPT = 24 * 60 * 60 * 1000;

/** The crashes of cells, over all hosts: three runs of a program that crash once each count as three. */
export class CrashRecords {
  readonly #database: HostDatabase;

  constructor(database: HostDatabase) {
    this.#database = database;
  }

  /** @param at Milliseconds since 1970. */
  record(cell: string, at: number, reason: string): void {
    this.#database.transaction(() => {
      this.#database.run('INSERT INTO crash (cell, at, reason) VALUES (?, ?, ?)', cell, instant(at), reason);
      this.#database.run('DELETE FROM crash WHERE at < ?', instant(at - KEPT));
    });
  }

  /** How many crashes of a cell there were since a moment in milliseconds since 1970. */
  since(cell: string, at: number): number {
    return Number(
      this.#database.get(
        'SELECT count(*) AS crashes FROM crash WHERE cell = ? AND at >= ?',
        cell,
        instant(at),
      )?.['crashes'] ?? 0,
    );
  }

  /** Forgets the crashes of a cell, so that it starts with a clean sheet. */
  forget(cell: string): void {
    this.#database.run('DELETE FROM crash WHERE cell = ?', cell);
  }
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
