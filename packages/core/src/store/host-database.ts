import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { ChangeMark } from './change-mark.js';
import { guarded } from './database-problem.js';
import { openDatabase } from './open-database.js';
import { untilFree } from './until-free.js';

/** How long one try of a write waits for another host, in milliseconds. The event loop stands still so long. */
const BRIEF_MS = 20;

/** How long a write is tried whose outcome somebody waits for, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * `host.db`: what hosts remember between runs. Any number of hosts may have it open; each write is one immediate
 * transaction. Reading never waits for a writer. What nobody waits for is written by a {@link WriteQueue}.
 */
export class HostDatabase {
  readonly #path: string;
  readonly #patienceMs: number;
  readonly #database: DatabaseSync;
  readonly #changes: ChangeMark;
  readonly #statements = new Map<string, StatementSync>();
  #inTransaction = false;

  /**
   * @param patienceMs How long a write is tried whose outcome somebody waits for.
   * @throws ProblemError HOST_DATABASE_UNAVAILABLE
   */
  constructor(path: string, patienceMs = PATIENCE_MS) {
    this.#path = path;
    this.#patienceMs = patienceMs;
    this.#database = guarded(path, () => openDatabase(path, patienceMs));
    this.#changes = guarded(path, () => new ChangeMark(`${path}-changes`));
    this.#waitFor(BRIEF_MS);
  }

  /** Another value after each write of any host. */
  get lastChange(): bigint {
    return this.#guard(() => this.#changes.read());
  }

  all(sql: string, ...values: SQLInputValue[]): Record<string, SQLOutputValue>[] {
    return this.#guard(() => this.#prepare(sql).all(...values));
  }

  get(sql: string, ...values: SQLInputValue[]): Record<string, SQLOutputValue> | undefined {
    return this.#guard(() => this.#prepare(sql).get(...values));
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#guard(() => this.#prepare(sql).run(...values));
    if (!this.#inTransaction) this.#changes.change();
  }

  /**
   * Does several writes as one: all of them, or none where `work` throws. Tried once.
   *
   * @throws ProblemError HOST_DATABASE_UNAVAILABLE also where another host is writing
   */
  transaction<Result>(work: () => Result): Result {
    if (this.#inTransaction) return work();
    this.#guard(() => this.#prepare('BEGIN IMMEDIATE').run());
    this.#inTransaction = true;
    try {
      const result = work();
      this.#guard(() => this.#prepare('COMMIT').run());
      this.#changes.change();
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  /**
   * A {@link transaction} whose outcome somebody waits for: tried again while another host is writing, and nobody else
   * is held up meanwhile. The first try is made at once. `work` may run later than it was asked for, so it has to check
   * what it rests on.
   *
   * @throws ProblemError HOST_DATABASE_UNAVAILABLE where the other does not end
   */
  write<Result>(work: () => Result): Promise<Result> {
    return untilFree(() => this.transaction(work), this.#patienceMs);
  }

  /** Does something whose writes wait for other hosts while everything stands still: for a time at which nothing runs. */
  patiently<Result>(work: () => Result): Result {
    this.#waitFor(this.#patienceMs);
    try {
      return work();
    } finally {
      this.#waitFor(BRIEF_MS);
    }
  }

  close(): void {
    if (!this.#database.isOpen) return;
    this.#database.close();
    this.#changes.close();
  }

  #waitFor(milliseconds: number): void {
    this.#guard(() => this.#database.exec(`PRAGMA busy_timeout = ${milliseconds}`));
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #guard<Result>(work: () => Result): Result {
    return guarded(this.#path, work);
  }
}
