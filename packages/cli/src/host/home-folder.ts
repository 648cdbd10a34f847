import { accessSync, constants, opendirSync } from 'node:fs';
import { makeFolder } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { isSystemError, toFailure } from '../failure.js';

/**
 * Makes the data folder, for the user alone, where there is none.
 *
 * @returns The folder.
 * @throws ProblemError HOST_DATABASE_UNAVAILABLE
 */
export function prepareHome(folder: string): string {
  try {
    makeFolder(folder);
    opendirSync(folder).closeSync();
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return folder;
  } catch (cause) {
    throw new ProblemError(
      {
        code: 'HOST_DATABASE_UNAVAILABLE',
        message: `The data folder cannot be used: ${reasonOf(cause)}.`,
        remedy: 'Set BOURSE_HOME to a folder that you can write to.',
        place: { file: folder },
      },
      { cause },
    );
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you have no right to write there',
  EEXIST: 'a link that leads nowhere is in its place',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'it, or a part of its path, is not a folder',
  EROFS: 'it is on a disk that can only be read',
  ENOSPC: 'the disk is full',
};

function reasonOf(cause: unknown): string {
  const reason = isSystemError(cause) ? REASONS[cause.code ?? ''] : undefined;
  return reason ?? toFailure(cause).message;
}
