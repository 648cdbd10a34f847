import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder, makePrivate } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { integer, text } from './cells.js';
import { Database, type DatabaseOptions } from './database.js';
import { toLedgerError } from './ledger-problem.js';
import { MIGRATIONS } from './migrations.js';

/** Marks the file as a ledger of ours ("BRSE"), so that a database of another program is not taken for an empty ledger. */
const APPLICATION_ID = 0x42_52_53_45;

/**
 * Opens the ledger's file, makes it where there is none, and brings it to this version.
 *
 * @throws ProblemError LEDGER_UNAVAILABLE, LEDGER_TOO_NEW
 */
export function openDatabase(options: DatabaseOptions): Database {
  prepareFile(options.path);
  const database = new Database(options);
  try {
    checkOwner(database, options.path);
    if (text(database.row('PRAGMA journal_mode')?.[0]) !== 'wal')
      database.execute('PRAGMA journal_mode = WAL');
    database.execute('PRAGMA synchronous = FULL');
    if (options.maxPages !== undefined) database.execute(`PRAGMA max_page_count = ${options.maxPages}`);
    database.execute('PRAGMA foreign_keys = ON');
    database.execute('PRAGMA trusted_schema = OFF');
    migrate(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepareFile(path: string): void {
  try {
    if (!existsSync(path)) makeFolder(dirname(path));
    makePrivate(path);
  } catch (error) {
    throw toLedgerError(error, path);
  }
}

function checkOwner(database: Database, path: string): void {
  const owner = integer(database.row('PRAGMA application_id')?.[0]);
  const objects = integer(database.row('SELECT count(*) FROM sqlite_schema')?.[0]);
  if (owner === APPLICATION_ID || (owner === 0 && objects === 0)) return;
  throw new ProblemError({ code: 'LEDGER_UNAVAILABLE', message: `The file ${path} is not a ledger.` });
}

function migrate(database: Database): void {
  if (versionOf(database) === MIGRATIONS.length) return;
  database.writing(() => {
    // Another process may have migrated while this one waited.
    const version = versionOf(database);
    if (version > MIGRATIONS.length) throw tooNew(version);
    for (const migration of MIGRATIONS.slice(version)) database.execute(migration);
    database.execute(`PRAGMA application_id = ${APPLICATION_ID}`);
    database.execute(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}

function versionOf(database: Database): number {
  return integer(database.row('PRAGMA user_version')?.[0]);
}

function tooNew(version: number): ProblemError {
  return new ProblemError({
    code: 'LEDGER_TOO_NEW',
    message: `The ledger has version ${version}; this Bourse knows versions up to ${MIGRATIONS.length}.`,
  });
}
