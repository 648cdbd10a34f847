import { ProblemError, type ProblemCode } from '@bourse/sdk';

const CODES: Readonly<Record<number, ProblemCode>> = {
  400: 'INVALID_REQUEST',
  //#if credentials
  401: 'AUTH_INVALID',
  //#end
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RATE_LIMITED',
};

/** What an answer means that is no success. */
export function toProblem(status: number, headers: Headers): ProblemError {
  const code = CODES[status] ?? 'UNAVAILABLE';
  const retryAt = code === 'RATE_LIMITED' ? readRetryAt(headers) : undefined;
  return new ProblemError({
    code,
    message: `The institution answered status ${status}.`,
    ...(retryAt === undefined ? {} : { retryAt }),
  });
}

/** A page for people in place of data. */
export function closed(): ProblemError {
  return new ProblemError({
    code: 'MAINTENANCE',
    message: 'The institution answered with a web page, not with data.',
  });
}

/** `retry-after` in seconds, as an instant. */
function readRetryAt(headers: Headers): string | undefined {
  const seconds = headers.get('retry-after');
  if (seconds === null || !/^\d{1,6}$/.test(seconds)) return undefined;
  return new Date(Date.now() + Number(seconds) * 1000).toISOString();
}
