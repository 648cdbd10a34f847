import type { HostDatabase } from './host-database.js';

/** Numbers that only grow, over all hosts: what institutions ask for as a nonce. */
export class CounterRecords {
  readonly #database: HostDatabase;

  constructor(database: HostDatabase) {
    this.#database = database;
  }

  /** A number of at least `least` that is greater than all before it for the connection. */
  next(connection: string, least: number): number {
    return this.#database.transaction(() => {
      this.#database.run(
        `INSERT INTO counter (connection, value) VALUES (?, ?)
         ON CONFLICT (connection) DO UPDATE SET value = max(value + 1, excluded.value)`,
        connection,
        Math.floor(least),
      );
      const row = this.#database.get('SELECT value FROM counter WHERE connection = ?', connection);
      return Number(row?.['value']);
    });
  }

  forget(connection: string): void {
    this.#database.run('DELETE FROM counter WHERE connection = ?', connection);
  }
}
