import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { HeldDatabase } from './kill-points.js';

/** How often is looked how far the sync is, in milliseconds. */
const LOOK_MS = 10;

/** How long another writer is waited for, in milliseconds. */
const BUSY_MS = 10_000;

/** What each database is told of a list, in the midst of a transaction. */
const TABLE: Readonly<Record<HeldDatabase, string>> = { 'ledger.db': 'import', 'host.db': 'sync_state' };

/** Never ends. */
const WORK =
  'WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT 1 FROM number) SELECT max(n) FROM number';

/** Keeps whoever writes of a list to a database in that transaction until he is killed. */
export class WriteHold implements Disposable {
  readonly #held: DatabaseSync;
  readonly #ledger: DatabaseSync;
  readonly #at: HeldDatabase;
  readonly #importsBefore: number;

  constructor(home: string, at: HeldDatabase) {
    this.#at = at;
    this.#ledger = new DatabaseSync(join(home, 'ledger.db'), { timeout: BUSY_MS });
    this.#importsBefore = this.#countImports();
    this.#held = new DatabaseSync(join(home, at), { timeout: BUSY_MS });
    this.#held.exec(`CREATE TRIGGER hold BEFORE INSERT ON ${TABLE[at]} BEGIN ${WORK}; END`);
  }

  /** Waits until the writer is in front of what keeps him. */
  async untilReached(signal: AbortSignal): Promise<void> {
    while (!this.#isReached()) await wait(LOOK_MS, undefined, { signal });
  }

  [Symbol.dispose](): void {
    this.#held.exec('DROP TRIGGER hold');
    this.#held.close();
    this.#ledger.close();
  }

  /** The host's database is told of a list after the ledger. */
  #isReached(): boolean {
    return this.#at === 'ledger.db' ? this.#isLedgerWritten() : this.#countImports() > this.#importsBefore;
  }

  #isLedgerWritten(): boolean {
    this.#ledger.exec('PRAGMA busy_timeout = 0');
    try {
      this.#ledger.exec('BEGIN IMMEDIATE; ROLLBACK');
      return false;
    } catch {
      return true;
    }
  }

  #countImports(): number {
    return Number(this.#ledger.prepare('SELECT count(*) AS count FROM import').get()?.['count']);
  }
}
