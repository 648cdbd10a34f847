import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { stampOf, type FileStamp } from './file-stamp.js';

/**
 * Opening must neither follow a link nor wait for the other end of a pipe; systems without these flags have no such
 * files.
 */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Why a file was not read. */
export type ReadFailure = 'MISSING' | 'LINK' | 'NO_FILE' | 'TOO_LARGE' | 'UNREADABLE' | 'CHANGING';

/** A file that could not be read. */
export interface FailedReading {
  readonly failure: ReadFailure;
  /** Bytes, where it is too large. */
  readonly size?: number;
}

/** A file of a folder that was read once, or why not. */
export type FileReading = { readonly bytes: Uint8Array; readonly stamp: FileStamp } | FailedReading;

const FAILURES: Readonly<Record<string, ReadFailure>> = {
  EISDIR: 'NO_FILE',
  ELOOP: 'LINK',
  EMLINK: 'LINK',
  ENODEV: 'NO_FILE',
  ENOENT: 'MISSING',
  ENOTDIR: 'MISSING',
  ENXIO: 'NO_FILE',
};

/** Reads a regular file of at most `limit` bytes; links, pipes, devices and folders are left alone. */
export function readRegularFile(path: string, limit: number): FileReading {
  let file: number;
  try {
    file = openSync(path, FLAGS);
  } catch (thrown) {
    return { failure: failureOf(thrown) };
  }
  try {
    return readOpened(file, limit);
  } catch (thrown) {
    return { failure: failureOf(thrown) };
  } finally {
    closeSync(file);
  }
}

function readOpened(file: number, limit: number): FileReading {
  const stats = fstatSync(file);
  if (!stats.isFile()) return { failure: 'NO_FILE' };
  if (stats.size > limit) return { failure: 'TOO_LARGE', size: stats.size };
  const buffer = Buffer.allocUnsafe(stats.size);
  let length = 0;
  for (let read = 1; read > 0 && length < buffer.length; length += read) {
    read = readSync(file, buffer, length, buffer.length - length, null);
  }
  return length === stats.size ? { bytes: buffer, stamp: stampOf(stats) } : { failure: 'CHANGING' };
}

/** What an error of the file system means. */
export function failureOf(thrown: unknown): ReadFailure {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : '';
  return FAILURES[code] ?? 'UNREADABLE';
}
