import { ProblemError } from '@bourse/core/interfaces';

/** The primary result code of SQLite for a full disk. */
const FULL = 13;

/** Primary result codes of SQLite that tell of the file, the disk or another process, not of a mistake in a statement. */
const ENVIRONMENT: ReadonlySet<number> = new Set([
  3, // PERM
  5, // BUSY
  6, // LOCKED
  7, // NOMEM
  8, // READONLY
  10, // IOERR
  11, // CORRUPT
  FULL,
  14, // CANTOPEN
  15, // PROTOCOL
  22, // NOLFS
  26, // NOTADB
]);

/** The primary code is the low byte of an extended one. */
const PRIMARY = 0xff;

/** What stopped the ledger as a problem, where it came from outside; a mistake of ours stays what it is. */
export function toLedgerError(error: unknown, path: string): unknown {
  if (!isEnvironment(error)) return error;
  if (isFull(error)) return noSpace(error, path);
  const reason = error instanceof Object && 'message' in error ? String(error.message) : 'unknown reason';
  return new ProblemError(
    { code: 'LEDGER_UNAVAILABLE', message: `The ledger ${path} cannot be used: ${reason}.` },
    { cause: error },
  );
}

function noSpace(error: unknown, path: string): ProblemError {
  return new ProblemError(
    {
      code: 'LEDGER_UNAVAILABLE',
      message: `There is no space left on the disk for the ledger ${path}.`,
      remedy: 'Make room, then do it again. The ledger is as it was before.',
    },
    { cause: error },
  );
}

function isFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('errcode' in error && typeof error.errcode === 'number') return (error.errcode & PRIMARY) === FULL;
  return 'code' in error && error.code === 'ENOSPC';
}

/** Errors of Node itself are told by their codes: `instanceof Error` fails across realms. */
function isEnvironment(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('errcode' in error && typeof error.errcode === 'number')
    return ENVIRONMENT.has(error.errcode & PRIMARY);
  return 'syscall' in error;
}
