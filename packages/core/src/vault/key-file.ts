import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { KEY_BYTES } from './seal.js';
import { locked } from './vault-problem.js';

/** Permissions of anyone but the owner. */
const OTHERS = 0o077;

/** Writes a key that only its owner can read; it is on the disk when this returns. */
export function writeKeyFile(folder: string, name: string, key: Uint8Array): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { O_WRONLY, O_CREAT, O_EXCL } = constants;
  const file = openSync(join(folder, name), O_WRONLY | O_CREAT | O_EXCL, 0o600);
  try {
    writeSync(file, key);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  syncFolder(folder);
}

/** @throws ProblemError VAULT_LOCKED where the file is not there, is no key, or can be read by others */
export function readKeyFile(folder: string, name: string): Buffer {
  const path = join(folder, name);
  const file = openKeyFile(path);
  try {
    const state = fstatSync(file);
    if (process.platform !== 'win32' && (state.mode & OTHERS) !== 0)
      throw locked(
        `Others can read the key file ${path}.`,
        `Find out why; then take the permission away with "chmod 600 ${path}".`,
      );
    const key = Buffer.alloc(KEY_BYTES);
    if (!state.isFile() || state.size !== KEY_BYTES || readSync(file, key) !== KEY_BYTES)
      throw locked(`${path} is no key file.`, 'Restore it from a backup.');
    return key;
  } finally {
    closeSync(file);
  }
}

export function removeKeyFile(folder: string, name: string): void {
  rmSync(join(folder, name), { force: true });
}

function openKeyFile(path: string): number {
  try {
    return openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  } catch (cause) {
    throw locked(
      `The key file ${path} cannot be opened.`,
      'Restore it from a backup, or forget the connections and connect them again.',
      cause,
    );
  }
}

/** Makes the entry of a new file last; not every system can. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, constants.O_RDONLY);
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // Windows opens no folders.
  }
}
