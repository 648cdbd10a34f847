import { ProblemError } from '../interfaces/index.js';
import { codeOf } from './audit-files.js';

/** What the system says when there is no room. */
const NO_ROOM: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT']);

/** Something cannot be written down, and therefore must not be done. */
export function unavailable(cause: unknown): ProblemError {
  const full = NO_ROOM.has(codeOf(cause));
  const reason = full ? 'there is no room on the disk' : messageOf(cause);
  return new ProblemError(
    { code: 'AUDIT_UNAVAILABLE', message: `The audit log cannot be written: ${reason}.` },
    { cause },
  );
}

function messageOf(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'message' in cause
    ? String(cause.message).replace(/\.$/, '')
    : String(cause);
}
