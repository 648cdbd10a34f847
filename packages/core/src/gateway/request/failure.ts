import { ProblemError } from '../../interfaces/index.js';
import { unavailable } from '../network-problem.js';

const BY_CODE: readonly (readonly [RegExp, (error: Error) => ProblemError])[] = [
  [
    /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY|DECODE)|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH/,
    certificateInvalid,
  ],
  [/^UND_ERR_(?:HEADERS_OVERFLOW|RES_EXCEEDED_MAX_SIZE)$/, tooLarge],
  [/^HTTPParserError$|^HPE_|^Z_|^ERR_BROTLI|BROTLI|ZSTD|^ERR__ERROR/, malformed],
];

const SPEAKS_NO_TLS = 'what listens there speaks no TLS';
/** Who answers a handshake with these codes has begun with something else. */
const NO_TLS: ReadonlySet<string> = new Set([
  'EPROTO',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_PACKET_LENGTH_TOO_LONG',
]);

/** What the commonest codes of sockets and of the client mean to a person. */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  ETIMEDOUT: 'no sign of life came in time',
  UND_ERR_CONNECT_TIMEOUT: 'no sign of life came in time',
  UND_ERR_HEADERS_TIMEOUT: 'no sign of life came in time',
  UND_ERR_BODY_TIMEOUT: 'no sign of life came in time',
  ...Object.fromEntries([...NO_TLS].map((code) => [code, SPEAKS_NO_TLS])),
  EHOSTUNREACH: 'this machine has no way there',
  ENETUNREACH: 'this machine has no way there',
};

/** No connection was made, so nothing was sent. */
export function connectFailure(error: unknown, origin: string): ProblemError {
  return known(error) ?? unavailable(`No connection to ${origin} was made: ${reasonOf(error)}.`, error);
}

/** No connection to a program of this machine was made, so nothing was sent. */
export function localFailure(error: unknown, port: number): ProblemError {
  const message = `No connection to port ${port} of this machine was made: ${reasonOf(error)}.`;
  const remedy = NO_TLS.has(codeOf(error))
    ? 'Another program may have taken the port. Start the one of the institution on a free port and connect again.'
    : 'Start the program that is to listen there, and try again.';
  return known(error) ?? new ProblemError({ code: 'UNAVAILABLE', message, remedy }, { cause: error });
}

/** A connection was there, so the request may have been carried out. */
export function exchangeFailure(error: unknown, origin: string, method: string): ProblemError {
  const isHarmless = method === 'GET' || method === 'HEAD';
  return (
    known(error) ??
    unavailable(
      `${origin} did not answer to the end: ${reasonOf(error)}.`,
      error,
      isHarmless ? 'safe' : 'unknown-outcome',
    )
  );
}

export function tooLarge(error?: unknown): ProblemError {
  const message = 'The answer is larger than the host takes.';
  return new ProblemError({ code: 'ANSWER_TOO_LARGE', message }, { cause: error });
}

function certificateInvalid(error: Error): ProblemError {
  const message = `The certificate of the server was refused (${codeOf(error)}).`;
  return new ProblemError({ code: 'CERTIFICATE_INVALID', message }, { cause: error });
}

/** The error of the parser has a piece of the answer in it, so it is not kept. */
function malformed(error: Error): ProblemError {
  const message = `The answer is not what HTTP allows, or is not compressed as it says (${codeOf(error)}).`;
  return new ProblemError({ code: 'MALFORMED_RESPONSE', message });
}

function known(error: unknown): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  const make = BY_CODE.find(([pattern]) => pattern.test(codeOf(error)))?.[1];
  return make?.(error as Error);
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  const reason = REASONS[code];
  return reason === undefined ? code : `${reason} (${code})`;
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'no reason given';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error && typeof error.name === 'string' ? error.name : 'no reason given';
}
