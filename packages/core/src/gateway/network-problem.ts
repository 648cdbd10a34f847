import { ProblemError, type Retry } from '../interfaces/index.js';

/** The gateway does not let something through, whoever allowed it. */
export function refused(message: string, remedy?: string): ProblemError {
  return new ProblemError({
    code: 'NETWORK_REFUSED',
    message,
    ...(remedy === undefined ? {} : { remedy }),
  });
}

/** The manifest of the plugin, or what the user granted of it, does not allow something. */
export function notPermitted(message: string): ProblemError {
  return new ProblemError({ code: 'PERMISSION_DENIED', message });
}

/** Other credentials were given while something was open under the former ones. */
export function sessionEnded(): ProblemError {
  return new ProblemError({
    code: 'AUTH_EXPIRED',
    message: 'Other credentials were given; what was open under the former ones has ended.',
  });
}

/** What the plugin sent is no request that can be made. */
export function invalidRequest(message: string): ProblemError {
  return new ProblemError({ code: 'INVALID_REQUEST', message });
}

/** The institution cannot be reached, or stopped answering. */
export function unavailable(message: string, cause?: unknown, retry: Retry = 'safe'): ProblemError {
  return new ProblemError({ code: 'UNAVAILABLE', message, retry }, { cause });
}

/** Whoever asked does not want the answer any more. */
export function canceled(): ProblemError {
  return new ProblemError({ code: 'CALL_CANCELED', message: 'The request was canceled.' });
}
