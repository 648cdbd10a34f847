import { ProblemError, type ProblemCode } from '@bourse/sdk';

/** An answer that is no success. */
export interface Failure {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: string;
}

/** What Bitvavo says in an error, over HTTP or WebSocket. */
export interface Complaint {
  readonly errorCode: number;
  readonly error: string;
}

/** @see https://docs.bitvavo.com/docs/errors/ */
const CODES: ReadonlyMap<number, ProblemCode> = new Map<number, ProblemCode>([
  [103, 'RATE_LIMITED'],
  [104, 'RATE_LIMITED'],
  [105, 'RATE_LIMITED'],
  [107, 'UNAVAILABLE'],
  [108, 'UNAVAILABLE'],
  // For orders the outcome would be unknown; what only reads may be asked again.
  [109, 'UNAVAILABLE'],
  [110, 'INVALID_REQUEST'],
  [300, 'AUTH_INVALID'],
  [301, 'AUTH_INVALID'],
  [305, 'AUTH_INVALID'],
  [306, 'AUTH_INVALID'],
  [307, 'PERMISSION_DENIED'],
  [308, 'AUTH_INVALID'],
  [309, 'AUTH_INVALID'],
  [310, 'PERMISSION_DENIED'],
  [311, 'PERMISSION_DENIED'],
  [312, 'PERMISSION_DENIED'],
  [317, 'AUTH_LOCKED'],
  [404, 'MAINTENANCE'],
]);

const TOO_OLD_OR_AHEAD = 304;

const REMEDIES: Readonly<Partial<Record<ProblemCode, string>>> = {
  AUTH_INVALID:
    'Check key and secret, and that the key was confirmed by e-mail: Bitvavo, account, Settings, API.',
  PERMISSION_DENIED:
    'Let the key see information, and allow the address of this computer or none: Bitvavo, account, Settings, API.',
  AUTH_LOCKED: 'Log in at bitvavo.com and see what the account needs to be opened again.',
};

/** What an answer means that is no success. */
export function toProblem(failure: Failure): ProblemError {
  const complaint = readComplaint(parse(failure.body));
  if (complaint !== undefined) return complaintProblem(complaint, failure);
  const retryAt = failure.status === 429 ? readRetryAt(failure.headers, '') : undefined;
  return new ProblemError({
    code: failure.status === 429 ? 'RATE_LIMITED' : 'UNAVAILABLE',
    message: `Bitvavo answered with status ${failure.status}.`,
    ...(retryAt === undefined ? {} : { retryAt }),
  });
}

/**
 * What an error of the API means. Status 429 says more than its code, which is 110 as well.
 *
 * @param failure The answer that it stands in, if it did not come over the WebSocket.
 * @see https://docs.bitvavo.com/docs/rate-limits/
 */
export function complaintProblem(complaint: Complaint, failure?: Failure): ProblemError {
  const { errorCode, error } = complaint;
  const headers = failure?.headers;
  if (errorCode === TOO_OLD_OR_AHEAD) return clockProblem(headers);
  const code = failure?.status === 429 ? 'RATE_LIMITED' : (CODES.get(errorCode) ?? otherCode(errorCode));
  const retryAt = code === 'RATE_LIMITED' ? readRetryAt(headers, error) : undefined;
  const remedy = REMEDIES[code];
  return new ProblemError({
    code,
    message: `Bitvavo answered ${errorCode}: "${error.slice(0, 200)}"`,
    ...(remedy === undefined ? {} : { remedy }),
    ...(retryAt === undefined ? {} : { retryAt }),
  });
}

/** A page for people in place of data. */
export function closed(): ProblemError {
  return new ProblemError({
    code: 'MAINTENANCE',
    message: 'Bitvavo answered with a web page, not with data.',
  });
}

/** The error in an answer or a message; undefined where there is none. */
export function readComplaint(value: unknown): Complaint | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const errorCode: unknown = Reflect.get(value, 'errorCode');
  const error: unknown = Reflect.get(value, 'error');
  if (typeof errorCode !== 'number') return undefined;
  return { errorCode, error: typeof error === 'string' ? error : '' };
}

/** 2xx are wrong parameters, 3xx other troubles of keys. */
function otherCode(errorCode: number): ProblemCode {
  if (errorCode >= 200 && errorCode < 300) return 'INVALID_REQUEST';
  return errorCode >= 300 && errorCode < 400 ? 'PERMISSION_DENIED' : 'UNAVAILABLE';
}

/** The credentials may be right all the same, so that this is none of their problems. */
function clockProblem(headers: Failure['headers'] | undefined): ProblemError {
  const difference = Math.round((Date.now() - Date.parse(headers?.get('date') ?? '')) / 1000);
  const off = Number.isNaN(difference) ? '' : ` It is about ${Math.abs(difference)} seconds off.`;
  return new ProblemError({
    code: 'INVALID_REQUEST',
    message: `Bitvavo does not accept the time of this computer.${off}`,
    remedy: 'Set the clock of this computer, best by a time server, and try again.',
  });
}

/** When requests are taken again: a ban tells it in its text, a limit in a header in milliseconds, a proxy in seconds. */
function readRetryAt(headers: Failure['headers'] | undefined, text: string): string | undefined {
  const [, bannedUntil] = /\b(\d{13})\b/.exec(text) ?? [];
  if (bannedUntil !== undefined) return toInstant(Number(bannedUntil));
  const after = headers?.get('retry-after') ?? '';
  if (after !== '')
    return toInstant(/^\d+$/.test(after) ? Date.now() + Number(after) * 1000 : Date.parse(after));
  const resetAt = headers?.get('bitvavo-ratelimit-resetat') ?? '';
  return /^\d{13}$/.test(resetAt) ? toInstant(Number(resetAt)) : undefined;
}

function toInstant(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
