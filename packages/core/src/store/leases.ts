import { randomUUID } from 'node:crypto';
import type { HostDatabase } from './host-database.js';

/** How long a lease holds that nobody renews, in milliseconds: its host may have been killed. */
export const LEASE_MS = 30_000;

/** Rights that one host at a time has, such as to sync a connection. */
export class Leases {
  readonly #database: HostDatabase;
  readonly #now: () => number;
  readonly #holder = randomUUID();

  constructor(database: HostDatabase, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  /** Takes a lease, or renews one that this host has. Tells whether it has it now. */
  take(name: string): boolean {
    const now = this.#now();
    return this.#database.transaction(() => {
      const row = this.#database.get('SELECT holder, until FROM lease WHERE name = ?', name);
      if (
        row !== undefined &&
        row['holder'] !== this.#holder &&
        Number(row['until']) > now &&
        Number(row['until']) <= now + LEASE_MS
      )
        return false;
      this.#database.run(
        `INSERT INTO lease (name, holder, until) VALUES (?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until`,
        name,
        this.#holder,
        now + LEASE_MS,
      );
      return true;
    });
  }

  release(name: string): void {
    this.#database.run('DELETE FROM lease WHERE name = ? AND holder = ?', name, this.#holder);
  }
}
