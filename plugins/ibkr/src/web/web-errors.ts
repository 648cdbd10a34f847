import { ProblemError, quoteCell, type ProblemCode } from '@bourse/sdk';
import type { WebAnswer } from './web-answer.js';

interface WebError {
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy?: string;
  /** Milliseconds after which the same request may succeed; absent where it never does. */
  readonly wait?: number;
}

const NEW_TOKEN = 'In the Client Portal, under Flex Web Service, make a new token, then connect again.';
const SOON = 5_000;
const LATER = 10_000;

const notReady = (message: string, wait: number): WebError => ({ code: 'UNAVAILABLE', message, wait });

/** What each code of the Flex web service means. */
const ERRORS: Readonly<Record<string, WebError>> = {
  1003: {
    code: 'NOT_FOUND',
    message: 'There is no statement for the period of the Flex query.',
    remedy: 'Choose another period in the Flex query.',
  },
  1004: notReady('The statement is not complete yet.', LATER),
  1005: notReady('The settlement data of the statement are not ready yet.', LATER),
  1006: notReady('The profits and losses of the statement are not ready yet.', LATER),
  1007: notReady('The profits and losses of the statement are not ready yet.', LATER),
  1008: notReady('The profits and losses of the statement are not ready yet.', LATER),
  1009: notReady('The Flex web service is under heavy load.', SOON),
  1010: {
    code: 'INVALID_REQUEST',
    message: 'The Flex query is of an old kind that cannot be run any more.',
    remedy: 'Create an Activity Flex Query and connect again with its id.',
  },
  1011: {
    code: 'AUTH_LOCKED',
    message: 'The Flex web service is not active for this user.',
    remedy: 'In the Client Portal, under Flex Web Service, switch it on.',
  },
  1012: { code: 'AUTH_INVALID', message: 'The token has expired.', remedy: NEW_TOKEN },
  1013: {
    code: 'PERMISSION_DENIED',
    message: 'The token may be used from another internet address only.',
    remedy: 'In the Client Portal, under Flex Web Service, make a token without an address.',
  },
  1014: {
    code: 'NOT_FOUND',
    message: 'There is no Flex query of this id.',
    remedy: 'Connect again with the id that the Client Portal shows beside the query.',
  },
  1015: { code: 'AUTH_INVALID', message: 'The token is not valid.', remedy: NEW_TOKEN },
  1016: { code: 'INVALID_REQUEST', message: 'The account of the Flex query is not valid.' },
  1017: notReady('The statement that was being made is gone.', LATER),
  1018: {
    code: 'RATE_LIMITED',
    message: 'Too many requests have been made with this token.',
    wait: LATER,
  },
  1019: notReady('The statement is being made.', SOON),
  1020: { code: 'INVALID_REQUEST', message: 'The Flex web service could not make sense of the request.' },
  1021: notReady('The statement could not be retrieved.', LATER),
};

/** Milliseconds after which a request that was answered like this is made again; undefined where that is of no use. */
export function waitAfter({ code = '' }: WebAnswer): number | undefined {
  return code === '1017' ? undefined : ERRORS[code]?.wait;
}

/** What went wrong, once nothing more is tried. */
export function toProblem({ code, message }: WebAnswer): ProblemError {
  const known = ERRORS[code ?? ''];
  if (known !== undefined) {
    const { wait: _, ...problem } = known;
    return new ProblemError({ ...problem, message: `${problem.message} (${code})` });
  }
  return new ProblemError({
    code: 'UNAVAILABLE',
    message: `The Flex web service answered ${quoteCell(`${code ?? ''} ${message ?? ''}`.trim())}.`,
  });
}
