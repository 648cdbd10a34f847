import { Readable } from 'node:stream';
import { Agent, type buildConnector } from 'undici';
import type { OutgoingRequest } from '../scheme/index.js';
import { canceled, unavailable } from '../network-problem.js';
import { wholeBody, type AnswerBody } from './answer-body.js';
import { ArrivingAnswer, type AnswerHead } from './arriving-answer.js';
import { decompress } from './decompress.js';
import { exchangeFailure, tooLarge } from './failure.js';
import { headerValues, withoutHeaders, type Header } from './header.js';
import type { Routes } from './routes.js';

/** Connections to one origin. */
const CONNECTIONS = 6;
const MAX_ANSWER_HEADERS = 65_536;
const MAX_ANSWER = 33_554_432;
/** Until the headers, and between two pieces of the body, in milliseconds. */
const IDLE_MS = 30_000;
/** For a whole answer. */
const TOTAL_MS = 120_000;

/** A body that is waited for, so that it is searched and given on in one piece. */
const SHORT_ANSWER = 65_536;

/** Headers that say how an answer was sent. */
const TRANSPORT: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'trailer',
  'upgrade',
]);
const COMPRESSION: ReadonlySet<string> = new Set(['content-encoding', 'content-length']);

export interface HttpLimits {
  readonly maxAnswer?: number;
  readonly idleMs?: number;
  readonly totalMs?: number;
}

/** An answer as it comes, without compression. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: AnswerBody;
  /** Settles when nothing more comes over the wire: with the reason where that is not the end of the body. */
  readonly ended: Promise<Error | undefined>;
  /** Gives up what was not read yet. */
  close(): void;
}

/** Sends requests of one gateway. */
export type HttpSender = Pick<HttpClient, 'send' | 'close'>;

/** Sends requests as they stand; follows nothing, tries nothing again. */
export class HttpClient {
  readonly #agent: Agent;
  readonly #limits: Required<HttpLimits>;

  /** @param limits Lower ones for tests. */
  constructor(routes: Routes, limits: HttpLimits = {}) {
    this.#limits = { maxAnswer: MAX_ANSWER, idleMs: IDLE_MS, totalMs: TOTAL_MS, ...limits };
    this.#agent = new Agent({
      connections: CONNECTIONS,
      allowH2: false,
      maxHeaderSize: MAX_ANSWER_HEADERS,
      maxResponseSize: this.#limits.maxAnswer,
      headersTimeout: this.#limits.idleMs,
      bodyTimeout: this.#limits.idleMs,
      connect: (place, callback) => {
        routes.connect(urlOf(place)).then(
          (socket) => callback(null, socket),
          (error: Error) => callback(error, null),
        );
      },
    });
  }

  /**
   * @throws ProblemError UNAVAILABLE, CERTIFICATE_INVALID, NETWORK_REFUSED, ANSWER_TOO_LARGE, MALFORMED_RESPONSE,
   * CALL_CANCELED; so does the body
   */
  async send(request: OutgoingRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const { method, url, headers, body } = request;
    if (signal.aborted) throw canceled();
    const arriving = new ArrivingAnswer();
    const life = new Life(arriving, {
      signal,
      milliseconds: this.#limits.totalMs,
      method,
      origin: url.origin,
    });
    this.#agent.dispatch(
      {
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method,
        headers: headers.flat(),
        body: body ?? null,
      },
      arriving,
    );
    try {
      return await this.#read(method, await arriving.head, { arriving, life });
    } catch (error) {
      arriving.stop(toError(error));
      throw life.failure(error);
    }
  }

  /** Ends all connections, also those in use. */
  close(): Promise<void> {
    return this.#agent.destroy();
  }

  async #read(
    method: string,
    { status, rawHeaders }: AnswerHead,
    { arriving, life }: { arriving: ArrivingAnswer; life: Life },
  ): Promise<HttpAnswer> {
    const headers = withoutHeaders(toHeaders(rawHeaders), TRANSPORT);
    const isEmpty = method === 'HEAD' || status === 204 || status === 304;
    const codings = isEmpty ? [] : codingsOf(headers);
    // A short body comes with its head or soon after; one that fails says so to whoever reads it.
    if (lengthOf(headers) <= SHORT_ANSWER) await arriving.ended;
    return {
      status,
      headers: codings.length === 0 ? headers : withoutHeaders(headers, COMPRESSION),
      body: this.#bodyOf(arriving, codings, life),
      ended: life.ended,
      close: () => arriving.stop(new Error('The answer was closed.')),
    };
  }

  #bodyOf(arriving: ArrivingAnswer, codings: readonly string[], life: Life): AnswerBody {
    const whole = codings.length === 0 ? arriving.takeWhole() : undefined;
    if (whole !== undefined) return wholeBody(whole);
    const stream =
      codings.length === 0 ? arriving : decompress(Readable.from(arriving, { objectMode: false }), codings);
    return limited(stream, this.#limits.maxAnswer, (error) => life.failure(error));
  }
}

/** How long a request may go on: as long as its asker wants it, and its time is not over. */
class Life {
  /** Settles when nothing more comes: with the reason where that is not the end of the body. */
  readonly ended: Promise<Error | undefined>;
  readonly #asked: { readonly signal: AbortSignal; readonly method: string; readonly origin: string };
  #isLate = false;

  constructor(
    arriving: ArrivingAnswer,
    asked: { signal: AbortSignal; milliseconds: number; method: string; origin: string },
  ) {
    const { signal, milliseconds } = asked;
    this.#asked = asked;
    const onAbort = (): void => arriving.stop(canceled());
    const timer = setTimeout(() => {
      this.#isLate = true;
      arriving.stop(new Error('The time of the request is over.'));
    }, milliseconds);
    signal.addEventListener('abort', onAbort, { once: true });
    this.ended = arriving.ended.then((error) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      return error === undefined ? undefined : this.failure(error);
    });
  }

  failure(error: unknown): Error {
    const { signal, method, origin } = this.#asked;
    if (signal.aborted) return canceled();
    if (this.#isLate) return unavailable(`${origin} did not answer in time.`, error, retryOf(method));
    return exchangeFailure(error, origin, method);
  }
}

async function* limited(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
  failure: (error: unknown) => Error,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  try {
    for await (const chunk of stream) {
      length += chunk.byteLength;
      if (length > limit) throw tooLarge();
      yield chunk;
    }
  } catch (error) {
    throw failure(error);
  }
}

/** Undici takes the brackets off an IPv6 address, and the port off where it is the default one. */
function urlOf({ protocol, hostname, port }: buildConnector.Options): URL {
  const host = hostname.includes(':') ? `[${hostname.replace(/^\[|\]$/g, '')}]` : hostname;
  return new URL(`${protocol}//${host}:${port || '443'}`);
}

function lengthOf(headers: readonly Header[]): number {
  return Number(headerValues(headers, 'content-length')[0] ?? Infinity);
}

function codingsOf(headers: readonly Header[]): string[] {
  if (headerValues(headers, 'content-length')[0]?.trim() === '0') return [];
  return headerValues(headers, 'content-encoding')
    .flatMap((value) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
}

/** Undici gives raw headers as one list of names and values. */
function toHeaders(raw: unknown): Header[] {
  const texts = Array.isArray(raw) ? raw.map((item: Buffer | string) => item.toString('latin1')) : [];
  return texts.flatMap((name, index) => (index % 2 === 0 ? [[name, texts[index + 1] ?? ''] as const] : []));
}

function retryOf(method: string): 'safe' | 'unknown-outcome' {
  return method === 'GET' || method === 'HEAD' ? 'safe' : 'unknown-outcome';
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error('The answer could not be read.', { cause: error });
}
