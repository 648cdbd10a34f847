import { chmodSync, statSync } from 'node:fs';

/** What SQLite puts beside a database; a new one takes the mode of the database. */
const BESIDE = ['', '-wal', '-shm'];

/**
 * Takes a database from everyone but its owner, with the files beside it: it may have been copied in with other rights. To be called
 * before anything is written. Windows has no such modes; there the folder's rights hold.
 */
export function makePrivate(path: string): void {
  if (process.platform === 'win32') return;
  for (const end of BESIDE) {
    const mode = statSync(`${path}${end}`, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & 0o077) !== 0) narrow(`${path}${end}`);
  }
}

function narrow(file: string): void {
  try {
    chmodSync(file, 0o600);
  } catch {
    // The file system knows no modes, or the file is another user's.
  }
}
