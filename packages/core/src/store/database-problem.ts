import { ProblemError } from '../interfaces/index.js';

/** SQLite's result codes for a database that somebody else writes to, and for a file that cannot be opened. */
const BUSY = 5;
const CANNOT_OPEN = 14;

/** The primary part of an extended result code of SQLite. */
const PRIMARY = 0xff;

const REMEDIES: Readonly<Record<number, string>> = {
  [BUSY]: 'Try again in a moment, or end the other program that is writing to it.',
  [CANNOT_OPEN]: 'Check that the folder exists and can be written.',
};

/**
 * Does something with a database and tells of failures as problems.
 *
 * @throws ProblemError HOST_DATABASE_UNAVAILABLE, or the one that `work` throws
 */
export function guarded<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (cause) {
    if (isProblem(cause)) throw cause;
    const remedy = REMEDIES[resultCodeOf(cause) ?? 0];
    const message = `${path}: ${cause instanceof Error ? cause.message : String(cause)}`;
    throw new ProblemError(
      { code: 'HOST_DATABASE_UNAVAILABLE', message, ...(remedy === undefined ? {} : { remedy }) },
      { cause },
    );
  }
}

/** Tells whether something failed because another host, or another program, was writing to the database. */
export function isBusy(error: unknown): boolean {
  return error instanceof ProblemError && resultCodeOf(error.cause) === BUSY;
}

/** Errors of Node's core are no instances of this realm's classes everywhere, so the code decides. */
function isProblem(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'ProblemError';
}

function resultCodeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & PRIMARY : undefined;
}
