import { RECORD_LISTS, type CanonicalPart, type RecordByKind, type StatementEnd } from '@bourse/core';
import { RECORD_KINDS, type RecordKind } from '@bourse/core/interfaces';
import type { Database } from '../ledger/database.js';
import type { SyncMarks } from '../ledger/sync-marks.js';
import { isToldOtherwise } from './told-otherwise.js';
import { findContradiction, type Contradiction } from './find-contradictions.js';
import { findReportedAccount, findStatedAccount, type AccountOwner } from './find-same-account.js';
import { mergeImport } from './merge-import.js';
import type { ImportOrigin } from './import-origin.js';
import type { ImportReport } from './import-report.js';
import { readNameRows, type NameRows } from './name-changes.js';
import {
  createStaging,
  restageRecord,
  stageAccount,
  stageRate,
  stageRecord,
  stageRemark,
} from './staging.js';

/** Some of what a statement says, in canonical form. */
export type ImportBatch = Partial<CanonicalPart>;

/**
 * One file or answer on its way into the ledger. Batches wait outside the ledger until `commit` merges them in one transaction;
 * whatever happens before that, the ledger is as it was.
 */
export class ImportSession {
  readonly #database: Database;
  readonly #origin: ImportOrigin;
  readonly #names: NameRows;
  #open = true;

  constructor(database: Database, origin: ImportOrigin) {
    this.#database = database;
    this.#origin = origin;
    createStaging(database);
    this.#names = readNameRows(database, origin.institution);
  }

  /** @throws ProblemError LEDGER_UNAVAILABLE, for example when the disk is full */
  add(batch: ImportBatch): void {
    this.#work(() => this.#database.deferred(() => this.#stage(batch)));
  }

  /** A record given before changes its id from `from` to `to`, because what named it turned out to be no id. */
  rekey(from: string, to: string): void {
    this.#work(() => restageRecord(this.#database, from, to));
  }

  /** The account that files brought under another id, where what was added is of `reported` and tells of the same bookings. */
  findStatedAccount(reported: string): string | undefined {
    return this.#work(() => findStatedAccount(this.#database, this.#owner, reported));
  }

  /** Whether most of what was added of an account says otherwise than the ledger under the same numbers. */
  findContradiction(accountId: string): Contradiction | undefined {
    return this.#work(() => findContradiction(this.#database, accountId));
  }

  /** The account that the institution reports, where what was added under the user's name for an account tells of the same bookings. */
  findReportedAccount(): string | undefined {
    const { accountName } = this.#origin;
    if (accountName === undefined) return undefined;
    return this.#work(() => findReportedAccount(this.#database, this.#owner, accountName));
  }

  /** Whether what was added tells of other holdings or other income to come than the former answer of the same list. */
  isToldOtherwise(): boolean {
    return this.#work(() => isToldOtherwise(this.#database, this.#origin));
  }

  /**
   * Merges everything into the ledger and closes the session.
   *
   * @param marks how far that brings a list of a connection
   * @throws ProblemError LEDGER_UNAVAILABLE, also where an account took over a name meanwhile; INVALID_REQUEST where the file names no account and several would do
   */
  commit(end: StatementEnd, marks?: SyncMarks): ImportReport {
    return this.#work(() => {
      for (const problem of end.problems) stageRemark(this.#database, 'PROBLEM', problem);
      const report = mergeImport(this.#database, { origin: this.#origin, names: this.#names, end, marks });
      this.abort();
      return report;
    });
  }

  /** Forgets what was added. A session that has ended stays as it is. */
  abort(): void {
    this.#open = false;
    this.#database.close();
  }

  [Symbol.dispose](): void {
    this.abort();
  }

  get #owner(): AccountOwner {
    return { institution: this.#origin.institution, pluginId: this.#origin.plugin.id };
  }

  #work<Result>(work: () => Result): Result {
    if (!this.#open) throw new Error('this import has ended');
    try {
      return work();
    } catch (error) {
      this.abort();
      throw error;
    }
  }

  #stage(batch: ImportBatch): void {
    for (const kind of RECORD_KINDS) this.#stageRecords(kind, batch);
    for (const { from, to } of batch.rekeyed ?? []) restageRecord(this.#database, from, to);
    for (const account of batch.accounts ?? []) stageAccount(this.#database, account);
    for (const rate of batch.fxRates ?? []) stageRate(this.#database, rate);
    for (const remark of batch.unclassified ?? []) stageRemark(this.#database, 'UNCLASSIFIED', remark);
    for (const remark of batch.ignored ?? []) stageRemark(this.#database, 'IGNORED', remark);
    for (const problem of batch.problems ?? []) stageRemark(this.#database, 'PROBLEM', problem);
  }

  #stageRecords<Kind extends RecordKind>(kind: Kind, batch: ImportBatch): void {
    // The compiler does not follow a kind from the list's name to the type of its records.
    const records = batch[RECORD_LISTS[kind]] as readonly RecordByKind[Kind][] | undefined;
    for (const record of records ?? []) stageRecord(this.#database, kind, record);
  }
}
