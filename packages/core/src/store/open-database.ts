import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ProblemError } from '../interfaces/index.js';
import { makeFolder } from './make-folder.js';
import { makePrivate } from './make-private.js';
import { MIGRATIONS } from './migrations.js';

/**
 * Opens host.db, makes it where there is none, and brings it to the present version.
 *
 * @param waitMs How long to wait for another host that does the same.
 */
export function openDatabase(path: string, waitMs: number): DatabaseSync {
  makeFolder(dirname(path));
  makePrivate(path);
  const database = new DatabaseSync(path, { timeout: waitMs });
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
