import { parseJson, ProblemError, type ProblemCode } from '@bourse/sdk';

/** What is known of an answer that is no success. */
export interface Failure {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: string;
}

const CODES: Readonly<Record<number, ProblemCode>> = {
  400: 'INVALID_REQUEST',
  401: 'AUTH_INVALID',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  422: 'INVALID_REQUEST',
  429: 'RATE_LIMITED',
};

/** The message of a refusal of the keys by the market data API, which has no code for it. */
const FORBIDDEN = /^forbidden/i;

/** What an answer means that is no success. */
export function toProblem(failure: Failure): ProblemError {
  const said = readMessage(failure.body);
  const code = codeOf(failure.status, said);
  const retryAt = code === 'RATE_LIMITED' ? readRetryAt(failure.headers) : undefined;
  const answer = said === undefined ? `status ${failure.status}` : `"${said.slice(0, 200)}"`;
  return new ProblemError({
    code,
    message: `Alpaca answered ${answer}.`,
    ...(code === 'AUTH_INVALID'
      ? { remedy: 'Check the keys, and whether they are those of the environment (paper or live).' }
      : {}),
    ...(retryAt === undefined ? {} : { retryAt }),
  });
}

/** A page for people in place of data. */
export function closed(): ProblemError {
  return new ProblemError({
    code: 'MAINTENANCE',
    message: 'Alpaca answered with a web page, not with data.',
  });
}

function codeOf(status: number, said: string | undefined): ProblemCode {
  if (status === 403 && (said === undefined || FORBIDDEN.test(said))) return 'AUTH_INVALID';
  return CODES[status] ?? 'UNAVAILABLE';
}

function readMessage(body: string): string | undefined {
  try {
    const parsed = parseJson(body);
    const message: unknown =
      typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'message') : '';
    return typeof message === 'string' && message !== '' ? message : undefined;
  } catch {
    return undefined;
  }
}

/** `retry-after` in seconds or as a date, else `x-ratelimit-reset` in seconds since 1970. */
function readRetryAt(headers: Failure['headers']): string | undefined {
  const after = headers.get('retry-after');
  const reset = headers.get('x-ratelimit-reset');
  if (after !== null)
    return toInstant(/^\d+$/.test(after) ? Date.now() + Number(after) * 1000 : Date.parse(after));
  return reset === null ? undefined : toInstant(Number(reset) * 1000);
}

function toInstant(epochMs: number): string | undefined {
  const date = new Date(epochMs);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
