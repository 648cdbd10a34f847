import type { ProblemCode } from '../interfaces/problems/problem-code.js';
import { error, type Finding } from './finding.js';
import type { ReadFailure } from './read-file.js';

const MEANINGS: Readonly<Record<ReadFailure, { code: ProblemCode; message: string }>> = {
  MISSING: { code: 'ENTRY_MISSING', message: 'The file is missing.' },
  LINK: { code: 'FILE_IS_LINK', message: 'The file is a link, or stands behind one.' },
  NO_FILE: { code: 'INPUT_UNREADABLE', message: 'It is no regular file.' },
  TOO_LARGE: { code: 'FILE_TOO_LARGE', message: 'The file is too large.' },
  UNREADABLE: { code: 'INPUT_UNREADABLE', message: 'The file cannot be opened or read.' },
  CHANGING: { code: 'INPUT_UNREADABLE', message: 'The file changed while it was read.' },
};

/** Says why a file of a plugin was not read. */
export function failureFinding(failure: ReadFailure, file: string, code?: ProblemCode): Finding {
  const meaning = MEANINGS[failure];
  return error(code ?? meaning.code, meaning.message, { file });
}
