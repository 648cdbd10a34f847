import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { randomUUID } from 'node:crypto';
import { ProblemError } from '@bourse/core/interfaces';
import type { Database } from './database.js';
import { toLedgerError } from './ledger-problem.js';

/**
 * Writes a whole copy of the ledger, while others may go on writing. `file` is there complete or not at all; a former backup of
 * that name is replaced.
 *
 * @throws ProblemError LEDGER_UNAVAILABLE; INVALID_REQUEST where `file` is the ledger itself
 */
export function backupLedger(database: Database, ledger: string, file: string): void {
  if (resolve(ledger) === resolve(file))
    throw new ProblemError({ code: 'INVALID_REQUEST', message: 'A ledger cannot be its own backup.' });
  const unfinished = `${file}.${randomUUID()}.tmp`;
  try {
    closeSync(openSync(unfinished, 'wx', 0o600));
    database.run('VACUUM INTO ?', unfinished);
    flush(unfinished);
    renameSync(unfinished, file);
    flush(dirname(resolve(file)));
  } catch (error) {
    throw toLedgerError(error, file);
  } finally {
    if (existsSync(unfinished)) rmSync(unfinished);
  }
}

function flush(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
