import { EventEmitter } from 'node:events';
import { finished } from 'node:stream';
import { Agent, type buildConnector, type Dispatcher } from 'undici';
import type { OutgoingRequest } from '../scheme/index.js';
import { canceled, unavailable } from '../network-problem.js';
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
  readonly body: AsyncIterable<Uint8Array>;
  /** Settles when nothing more comes over the wire: with the reason where that is not the end of the body. */
  readonly ended: Promise<Error | undefined>;
  /** Gives up what was not read yet. */
  close(): void;
}

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
    const stop = new Stop(signal, this.#limits.totalMs);
    const failure = (error: unknown): Error => {
      if (signal.aborted) return canceled();
      if (stop.isLate) return unavailable(`${url.origin} did not answer in time.`, error, retryOf(method));
      return exchangeFailure(error, url.origin, method);
    };
    try {
      const answer = await this.#agent.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: method,
        headers: headers.flat(),
        body: body ?? null,
        signal: stop,
        responseHeaders: 'raw',
      });
      return this.#read(method, answer, { failure, end: () => stop.end() });
    } catch (error) {
      stop.end();
      throw failure(error);
    }
  }

  /** Ends all connections, also those in use. */
  close(): Promise<void> {
    return this.#agent.destroy();
  }

  #read(method: string, answer: Dispatcher.ResponseData, { failure, end }: Life): HttpAnswer {
    const headers = withoutHeaders(toHeaders(answer.headers), TRANSPORT);
    const status = answer.statusCode;
    const isEmpty = method === 'HEAD' || status === 204 || status === 304;
    const codings = isEmpty ? [] : codingsOf(headers);
    const { promise: ended, resolve } = Promise.withResolvers<Error | undefined>();
    finished(answer.body, (error) => {
      end();
      resolve(error ? failure(error) : undefined);
    });
    const stream = decompress(answer.body, codings);
    return {
      status,
      headers: codings.length === 0 ? headers : withoutHeaders(headers, COMPRESSION),
      body: limited(stream, this.#limits.maxAnswer, failure),
      ended,
      close: () => void answer.body.destroy(),
    };
  }
}

/** Stops a request when its asker does, or its time is over. Far cheaper than a signal made of two. */
class Stop extends EventEmitter {
  isLate = false;
  readonly #signal: AbortSignal;
  readonly #timer: NodeJS.Timeout;
  readonly #abort = (): void => void this.emit('abort');

  constructor(signal: AbortSignal, milliseconds: number) {
    super();
    this.#signal = signal;
    this.#timer = setTimeout(() => {
      this.isLate = true;
      this.#abort();
    }, milliseconds);
    signal.addEventListener('abort', this.#abort, { once: true });
  }

  /** The request is over. */
  end(): void {
    clearTimeout(this.#timer);
    this.#signal.removeEventListener('abort', this.#abort);
  }
}

interface Life {
  readonly failure: (error: unknown) => Error;
  readonly end: () => void;
}

async function* limited(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
  failure: Life['failure'],
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

function codingsOf(headers: readonly Header[]): string[] {
  if (headerValues(headers, 'content-length')[0]?.trim() === '0') return [];
  return headerValues(headers, 'content-encoding')
    .flatMap((value) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
}

/** Undici gives raw headers as one list of names and values. */
function toHeaders(raw: unknown): Header[] {
  const texts = Array.isArray(raw)
    ? raw.map((item: Buffer | string) => Buffer.from(item as string).toString('latin1'))
    : [];
  return texts.flatMap((name, index) => (index % 2 === 0 ? [[name, texts[index + 1] ?? ''] as const] : []));
}

function retryOf(method: string): 'safe' | 'unknown-outcome' {
  return method === 'GET' || method === 'HEAD' ? 'safe' : 'unknown-outcome';
}
