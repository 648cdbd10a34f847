import { randomUUID } from 'node:crypto';
import type { SQLOutputValue } from 'node:sqlite';
import type { HostDatabase } from './host-database.js';
import { hasEnded, markOwnProcess, type ProcessMark } from './process-mark.js';

/** How long a lease holds that nobody renews, in milliseconds: its host may stand still, or its machine. */
export const LEASE_MS = 30_000;

/** Who has a lease. */
export interface LeaseHolder {
  readonly pid: number;
  /** Since when, in milliseconds since 1970. */
  readonly since: number;
}

type Row = Record<string, SQLOutputValue>;

/** Rights that one host at a time has, such as to sync a connection. A host whose process has ended has none. */
export class Leases {
  readonly #database: HostDatabase;
  readonly #now: () => number;
  readonly #holder = randomUUID();
  readonly #process: ProcessMark;

  constructor(database: HostDatabase, now: () => number, process: ProcessMark = markOwnProcess()) {
    this.#database = database;
    this.#now = now;
    this.#process = process;
  }

  /** Takes a lease, or renews one that this host has. Tells whether it has it now. */
  take(name: string): boolean {
    const now = this.#now();
    const { pid, machine, start } = this.#process;
    return this.#database.transaction(() => {
      const row = this.#find(name);
      if (row !== undefined && row['holder'] !== this.#holder && this.#holds(row)) return false;
      this.#database.run(
        `INSERT INTO lease (name, holder, until, since, pid, machine, start) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET
           since = CASE WHEN holder = excluded.holder THEN since ELSE excluded.since END,
           holder = excluded.holder, until = excluded.until,
           pid = excluded.pid, machine = excluded.machine, start = excluded.start`,
        name,
        this.#holder,
        now + LEASE_MS,
        now,
        pid,
        machine,
        start,
      );
      return true;
    });
  }

  /** Who has a lease now; undefined where nobody does. */
  findHolder(name: string): LeaseHolder | undefined {
    const row = this.#find(name);
    if (row === undefined || !this.#holds(row)) return undefined;
    return { pid: Number(row['pid']), since: Number(row['since']) };
  }

  release(name: string): void {
    this.#database.run('DELETE FROM lease WHERE name = ? AND holder = ?', name, this.#holder);
  }

  #find(name: string): Row | undefined {
    return this.#database.get(
      'SELECT holder, until, since, pid, machine, start FROM lease WHERE name = ?',
      name,
    );
  }

  /** A lease that ends later than any could was taken by a clock that is ahead. */
  #holds({ until, pid, machine, start }: Row): boolean {
    const left = Number(until) - this.#now();
    if (left <= 0 || left > LEASE_MS) return false;
    return !hasEnded({ pid: Number(pid), machine: String(machine), start: String(start) });
  }
}
