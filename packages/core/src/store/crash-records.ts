import { Backlog } from './backlog.js';
import type { HostDatabase } from './host-database.js';
import type { WriteQueue } from './write-queue.js';

/** One crash of a cell. */
export interface CrashRecord {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly reason: string;
}

/** Crashes that lie longer back than this count for nothing any more, in milliseconds. So do those of a clock that was ahead. */
const KEPT = 24 * 60 * 60 * 1000;

/** Crashes of one cell that may wait to be written; far fewer are enough for it not to be started any more. */
const WAITING = 20;

/**
 * The crashes of cells, over all hosts: three runs of a program that crash once each count as three. In its own host a
 * crash counts before it is written.
 */
export class CrashRecords {
  readonly #database: HostDatabase;

  readonly #backlog: Backlog<CrashRecord>;

  constructor(database: HostDatabase, queue: WriteQueue) {
    this.#database = database;
    this.#backlog = new Backlog(queue, {
      what: 'crashes',
      limit: WAITING,
      write: (cell, crashes) => crashes.forEach((crash) => this.#write(cell, crash)),
    });
  }

  record(cell: string, crash: CrashRecord): void {
    this.#backlog.add(cell, crash);
  }

  since(cell: string, at: number): CrashRecord[] {
    const written = this.#database
      .all('SELECT at, reason FROM crash WHERE cell = ? AND at >= ? ORDER BY sequence', cell, toInstant(at))
      .map((row) => ({ at: Date.parse(String(row['at'])), reason: String(row['reason']) }));
    return [...written, ...this.#backlog.of(cell).filter((crash) => crash.at >= at)];
  }

  clear(cell: string): void {
    this.#database.run('DELETE FROM crash WHERE cell = ?', cell);
    this.#backlog.clear(cell);
  }

  #write(cell: string, { at, reason }: CrashRecord): void {
    this.#database.run('INSERT INTO crash (cell, at, reason) VALUES (?, ?, ?)', cell, toInstant(at), reason);
    this.#database.run('DELETE FROM crash WHERE at < ? OR at > ?', toInstant(at - KEPT), toInstant(at));
  }
}

/** @param milliseconds Since 1970. */
function toInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
