import { ProblemError } from '@bourse/core/interfaces';
import { isProblemError, isSystemError } from '../failure.js';

const REASONS: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  ENOENT: ['There is no such file.', 'Check the path.'],
  EACCES: ['You have no right to read it.', 'Change its permissions.'],
  EPERM: ['You have no right to read it.', 'Change its permissions.'],
  ENOTDIR: ['A part of its path is not a folder.', 'Check the path.'],
  ELOOP: ['It is a link that leads to itself.', 'Name the file itself.'],
  ENAMETOOLONG: ['Its name is too long.', 'Check the path.'],
  EMFILE: ['Too many files are open.', 'Try again with fewer files.'],
};

/** Where a name of the command line was no UTF-8 text, Node has put this character into it. */
const NOT_UTF8 = '\ufffd';

/** Why a file cannot be read, as a problem that names it; anything else that was thrown stays what it is. */
export function describeUnreadable(error: unknown, file: string): unknown {
  if (isProblemError(error)) {
    const { code, message, remedy, place } = error;
    return new ProblemError(
      { code, message, ...(remedy === undefined ? {} : { remedy }), place: { file, ...place } },
      { cause: error.cause },
    );
  }
  if (!isSystemError(error)) return error;
  const [message, remedy] = REASONS[error.code ?? ''] ?? [
    `It cannot be read: ${error.message}.`,
    'Check the disk that it is on.',
  ];
  const advice = file.includes(NOT_UTF8) ? 'Its name is no UTF-8 text; rename it.' : remedy;
  return new ProblemError(
    { code: 'INPUT_UNREADABLE', message, remedy: advice, place: { file } },
    { cause: error },
  );
}
