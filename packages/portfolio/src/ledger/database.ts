import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { toLedgerError } from './ledger-problem.js';

export type Row = readonly SQLOutputValue[];

export interface DatabaseOptions {
  readonly path: string;
  /** Called before each statement; a test ends the process there. */
  readonly beforeStatement?: ((sql: string) => void) | undefined;
  /** Pages that the file may have; a test fills a disk with it. */
  readonly maxPages?: number | undefined;
}

/** How long a statement waits for another process, in milliseconds. */
const BUSY_TIMEOUT = 30_000;

/** One connection to the ledger's file. What the surroundings do to it is thrown as LEDGER_UNAVAILABLE. */
export class Database {
  readonly #path: string;
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #beforeStatement: ((sql: string) => void) | undefined;

  constructor({ path, beforeStatement }: DatabaseOptions) {
    this.#path = path;
    this.#beforeStatement = beforeStatement;
    this.#connection = this.#guard(() => new DatabaseSync(path, { timeout: BUSY_TIMEOUT }));
  }

  /** Executes statements without values or results. */
  execute(sql: string): void {
    this.#guard(() => {
      this.#beforeStatement?.(sql);
      this.#connection.exec(sql);
    });
  }

  /** Answers how many rows were changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return this.#guard(() => Number(this.#prepare(sql).run(...values).changes));
  }

  rows(sql: string, ...values: SQLInputValue[]): Row[] {
    // The types of Node do not follow setReturnArrays.
    return this.#guard(() => this.#prepare(sql).all(...values) as unknown as Row[]);
  }

  row(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.rows(sql, ...values)[0];
  }

  /** Rows one by one, for results that are too large to be held. */
  *iterate(sql: string, ...values: SQLInputValue[]): Generator<Row> {
    this.#beforeStatement?.(sql);
    const statement = this.#guard(() => this.#connection.prepare(sql));
    statement.setReturnArrays(true);
    const rows = statement.iterate(...values);
    for (;;) {
      const { done, value } = this.#guard(() => rows.next());
      if (done === true) return;
      yield value as unknown as Row;
    }
  }

  /** Does several writes as one: all of them, or none where `work` throws. Only one process writes at a time. */
  writing<Result>(work: () => Result): Result {
    return this.#transaction('BEGIN IMMEDIATE', work);
  }

  /** Several statements that see one state of the ledger, whatever other processes write meanwhile. Locks nothing. */
  deferred<Result>(work: () => Result): Result {
    return this.#transaction('BEGIN', work);
  }

  close(): void {
    if (this.#connection.isOpen) this.#connection.close();
  }

  #transaction<Result>(begin: string, work: () => Result): Result {
    this.execute(begin);
    try {
      const result = work();
      this.execute('COMMIT');
      return result;
    } catch (error) {
      // Where SQLite has rolled back by itself, for example on a full disk, there is nothing left to roll back.
      if (this.#connection.isTransaction) this.#connection.exec('ROLLBACK');
      throw error;
    }
  }

  #prepare(sql: string): StatementSync {
    this.#beforeStatement?.(sql);
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    statement.setReturnArrays(true);
    this.#statements.set(sql, statement);
    return statement;
  }

  #guard<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw toLedgerError(error, this.#path);
    }
  }
}
