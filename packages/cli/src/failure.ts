import { isProblemCode, toProblem, type Problem, type ProblemError } from '@bourse/core/interfaces';

/** What stopped a command, as a problem. */
export function toFailure(error: unknown): Problem {
  if (isProblemError(error)) return toProblem(error);
  if (isSystemError(error)) {
    const place = error.path === undefined ? {} : { place: { file: error.path } };
    return toProblem({ code: 'HOST_DATABASE_UNAVAILABLE', message: error.message, ...place });
  }
  return toProblem({ code: 'INTERNAL_ERROR', message: messageOf(error) });
}

/** Tells problems by what they carry: they may stem from another copy of a package. */
export function isProblemError(error: unknown): error is ProblemError {
  return (
    isObject(error) &&
    'name' in error &&
    error.name === 'ProblemError' &&
    'code' in error &&
    isProblemCode(error.code)
  );
}

/** Errors of Node itself are no instances of the classes of every realm. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return isObject(error) && 'syscall' in error && 'message' in error;
}

function messageOf(error: unknown): string {
  return isObject(error) && 'message' in error ? String(error.message) : String(error);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
