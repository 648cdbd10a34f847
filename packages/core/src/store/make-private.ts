import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';

/** What SQLite puts beside a database; a new one takes the mode of the database. */
const BESIDE = ['', '-wal', '-shm'];

const OWNER_ALONE = 0o600;

/**
 * Takes a database from everyone but its owner, with the files beside it: it may have been copied in with other rights. One that is
 * not there yet is made empty, since who opens it before its rights are narrowed keeps what he has. To be called before it is opened.
 * Windows has no such modes; there the folder's rights hold.
 *
 * @throws what the system says where no file can be made
 */
export function makePrivate(path: string): void {
  if (process.platform === 'win32') return;
  if (!existsSync(path)) closeSync(openSync(path, 'a', OWNER_ALONE));
  for (const end of BESIDE) {
    const mode = statSync(`${path}${end}`, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & 0o077) !== 0) narrow(`${path}${end}`);
  }
}

function narrow(file: string): void {
  try {
    chmodSync(file, OWNER_ALONE);
  } catch {
    // The file system knows no modes, or the file is another user's.
  }
}
