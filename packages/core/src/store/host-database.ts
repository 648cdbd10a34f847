import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { ProblemError } from '../interfaces/index.js';
import { MIGRATIONS } from './migrations.js';

/** How long a write waits for another host, in milliseconds. */
const BUSY_TIMEOUT = 10_000;

/** SQLite's result code for a file that cannot be opened. */
const CANNOT_OPEN = 14;

/**
 * `host.db`: what hosts remember between runs. Any number of hosts may have it open; each write is one immediate
 * transaction.
 */
export class HostDatabase {
  readonly #path: string;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #inTransaction = false;

  /** @throws ProblemError HOST_DATABASE_UNAVAILABLE */
  constructor(path: string) {
    this.#path = path;
    this.#database = guarded(path, () => openDatabase(path));
  }

  all(sql: string, ...values: SQLInputValue[]): Record<string, SQLOutputValue>[] {
    return this.#guard(() => this.#prepare(sql).all(...values));
  }

  get(sql: string, ...values: SQLInputValue[]): Record<string, SQLOutputValue> | undefined {
    return this.#guard(() => this.#prepare(sql).get(...values));
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#guard(() => this.#prepare(sql).run(...values));
  }

  /** Does several writes as one: all of them, or none where `work` throws. */
  transaction<Result>(work: () => Result): Result {
    if (this.#inTransaction) return work();
    this.#guard(() => this.#database.exec('BEGIN IMMEDIATE'));
    this.#inTransaction = true;
    try {
      const result = work();
      this.#guard(() => this.#database.exec('COMMIT'));
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
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

function openDatabase(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT });
  try {
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;',
    );
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function migrate(database: DatabaseSync): void {
  if (versionOf(database) === MIGRATIONS.length) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    const version = versionOf(database);
    if (version > MIGRATIONS.length) {
      throw new ProblemError({
        code: 'HOST_DATABASE_UNAVAILABLE',
        message: `host.db was written by a newer version (${version}, this one knows ${MIGRATIONS.length}).`,
        remedy: 'Update Bourse.',
        retry: 'never',
      });
    }
    for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
}

function guarded<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (isProblem(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const advice = isCannotOpen(error) ? { remedy: 'Check that the folder exists and can be written.' } : {};
    throw new ProblemError(
      { code: 'HOST_DATABASE_UNAVAILABLE', message: `${path}: ${reason}`, ...advice },
      { cause: error },
    );
  }
}

/** Errors of Node's core are no instances of this realm's classes everywhere, so the code decides. */
function isProblem(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'ProblemError';
}

function isCannotOpen(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === CANNOT_OPEN;
}
