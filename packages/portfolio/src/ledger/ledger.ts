import type { AccountNames } from '@bourse/core';
import type { RecordKind } from '@bourse/core/interfaces';
import type { Verdict } from '../entries/duplicates.js';
import type { Filter } from '../entries/filter.js';
import type { LedgerData } from '../entries/ledger-data.js';
import { findAccountNames, findConnectionAccount } from '../import/account-names.js';
import {
  adoptAccount,
  findFirstDefaultDay,
  findUnreportedAccount,
  isDefaultAccountLive,
  listDefaultConnections,
  type AdoptedAccount,
} from '../import/adopt-account.js';
import { findFirstStatedDay, type AccountOwner } from '../import/find-same-account.js';
import type { ImportOrigin } from '../import/import-origin.js';
import { ImportSession } from '../import/import-session.js';
import { backupLedger } from './backup.js';
import type { Database, DatabaseOptions } from './database.js';
import { storeDecision } from './duplicate-store.js';
import {
  getImport,
  listImports,
  undoImport,
  type ImportDetails,
  type ImportEntry,
  type UndoReport,
} from './imports.js';
import { keepAccountsApart } from './account-verdict.js';
import { openDatabase } from './open-database.js';
import { readLedgerData } from './read-ledger-data.js';
import { areDistinct } from './similar-accounts.js';
import {
  findLastImportDay,
  readSyncMark,
  writeSyncMarks,
  type MarkOwner,
  type SyncMarks,
} from './sync-marks.js';
import { iterateRecords, listRevisions, type StoredRecord, type StoredRevision } from './stored-records.js';

/** What {@link openLedger} may be told besides the path. */
export type LedgerOptions = Pick<DatabaseOptions, 'beforeStatement' | 'maxPages'>;

/**
 * Everything that was ever imported, in one file. Any number of processes may use it at once. Every method throws ProblemError
 * LEDGER_UNAVAILABLE where file, disk or another process stand in the way; the ledger is then as it was.
 */
export class Ledger {
  readonly path: string;
  readonly #options: DatabaseOptions;
  readonly #database: Database;

  /** Use {@link openLedger}. */
  constructor(options: DatabaseOptions, database: Database) {
    this.path = options.path;
    this.#options = options;
    this.#database = database;
  }

  /** Starts to take in one file or answer. Sessions do not disturb each other. */
  beginImport(origin: ImportOrigin): ImportSession {
    return new ImportSession(openDatabase(this.#options), origin);
  }

  /** @throws ProblemError IMPORT_UNKNOWN */
  undoImport(importId: number): UndoReport {
    return undoImport(this.#database, importId);
  }

  /** All imports, also those that were undone, oldest first. */
  listImports(): ImportEntry[] {
    return listImports(this.#database);
  }

  /** @throws ProblemError IMPORT_UNKNOWN */
  getImport(importId: number): ImportDetails {
    return getImport(this.#database, importId);
  }

  /**
   * Where records of an institution go whose file names no account; nothing where several accounts would do: then an import that
   * needs one and has none is refused.
   */
  findAccountNames(institution: string): AccountNames {
    return findAccountNames(this.#database, institution);
  }

  /** The account that a connection has reported; undefined where it has reported none by a name or number, or several. */
  findConnectionAccount(connectionId: string): string | undefined {
    return findConnectionAccount(this.#database, connectionId);
  }

  /** Who brought records without an account number; undefined where there are no such records. */
  findDefaultAccount(institution: string): { readonly connectionIds: readonly string[] } | undefined {
    if (!isDefaultAccountLive(this.#database, institution)) return undefined;
    return { connectionIds: listDefaultConnections(this.#database, institution) };
  }

  /** The first day of records without an account number that a reported account that is new may take over. */
  findFirstDefaultDay(institution: string, reported: string): string | undefined {
    return findFirstDefaultDay(this.#database, institution, reported);
  }

  /** Whether the user has said that two accounts are two. */
  areKeptApart(institution: string, [one, other]: readonly [string, string]): boolean {
    return areDistinct(this.#database, institution, one, other);
  }

  /** An account that has taken over records of another name and that no connection tells of any more. */
  findUnreportedAccount(institution: string): string | undefined {
    return findUnreportedAccount(this.#database, institution);
  }

  /** Gives the records of one name to the account that they turned out to be of. Tells whether it did. */
  adoptAccount(institution: string, accounts: AdoptedAccount): boolean {
    return adoptAccount(this.#database, institution, accounts);
  }

  /** The first day that files tell of and of which a reported account that is new may tell as well. */
  findFirstStatedDay(owner: AccountOwner, reported: string): string | undefined {
    return findFirstStatedDay(this.#database, owner, reported);
  }

  /**
   * Says that two accounts of an institution are two: what one takes over of the other ends, and nobody asks again.
   *
   * @throws ProblemError NOT_FOUND
   */
  keepAccountsApart(institution: string, accounts: readonly [string, string]): void {
    keepAccountsApart(this.#database, institution, accounts);
  }

  /** The booking date up to which a list of a connection is stored; undefined where the ledger does not know. */
  findSyncMark(connection: MarkOwner, list: string): string | undefined {
    return readSyncMark(this.#database, connection, list);
  }

  /** Remembers how far lists are stored that brought nothing; what brings something is committed together with its marks. */
  saveSyncMarks(marks: SyncMarks): void {
    this.#database.writing(() => writeSyncMarks(this.#database, marks));
  }

  /** The day of the last import of this name from a connection, also where it was undone. */
  findLastImportDay(connectionId: string, fileName: string): string | undefined {
    return findLastImportDay(this.#database, connectionId, fileName);
  }

  /** The current records of one kind, by date, instant and id. */
  records<Kind extends RecordKind>(kind: Kind, filter: Filter = {}): Iterable<StoredRecord<Kind>> {
    return iterateRecords(this.#database, kind, filter);
  }

  /** Everything that was ever said of a record, oldest first; nothing where it is unknown. */
  listRevisions(recordId: string): StoredRevision[] {
    return listRevisions(this.#database, recordId);
  }

  /** One state of the ledger for the functions that derive positions and sums from it. */
  read(): LedgerData {
    return readLedgerData(this.#database);
  }

  /**
   * The same with the records of some accounts alone, for what no other account has a part in: not for cost, which may come from
   * another account.
   *
   * @param accounts institution and account id, as in `Acme/123`
   */
  readAccounts(accounts: readonly string[]): LedgerData {
    return readLedgerData(this.#database, accounts);
  }

  /**
   * Says whether two records of different channels tell of one event.
   *
   * @throws ProblemError NOT_FOUND
   */
  decideDuplicate(first: string, second: string, verdict: Verdict): void {
    storeDecision(this.#database, [first, second], verdict);
  }

  /**
   * Writes a whole copy of the ledger; `file` is there complete or not at all.
   *
   * @throws ProblemError INVALID_REQUEST where `file` is the ledger itself
   */
  backup(file: string): void {
    backupLedger(this.#database, this.path, file);
  }

  close(): void {
    this.#database.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * Opens the ledger at `path`, makes it where there is none, and brings it to this version.
 *
 * @throws ProblemError LEDGER_UNAVAILABLE, LEDGER_TOO_NEW
 */
export function openLedger(path: string, options: LedgerOptions = {}): Ledger {
  const all = { path, ...options };
  return new Ledger(all, openDatabase(all));
}
