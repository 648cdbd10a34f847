import type { RawData, WebSocket } from 'ws';
import { ProblemError } from '../../interfaces/index.js';
import type { GatewayContext } from '../gateway-context.js';
import { canceled, invalidRequest, notPermitted, sessionEnded, unavailable } from '../network-problem.js';
import { matchFrame, matchSocket, type Target } from '../permission/index.js';
import { Pace } from '../pace.js';
import { outcomeOf } from '../request/audited-exchange.js';
import { fillsFrames, prepare, type LiveSecret } from '../scheme/index.js';
import { searchFor } from '../secret-search-for.js';
import type { SecretSearch } from '../secret/index.js';
import { Inbox } from './inbox.js';

export const MAX_FRAME = 1_048_576;
const FRAMES_PER_SECOND = 50;
const PING_MS = 30_000;
/** How long the other side has to answer a closing. */
const CLOSING_MS = 5_000;
/** Values of frames that answers are still searched for. */
const MAX_FRAME_SECRETS = 64;
const MAX_REASON = 123;

const NORMAL = 1000;
const POLICY = 1008;
/** What is told where a connection went without a word (RFC 6455 §7.1.5). */
const ABNORMAL = 1006;

/** How a socket was closed. */
export interface SocketClosing {
  readonly code: number;
  readonly reason: string;
}

export interface GatewaySocketOptions {
  readonly context: GatewayContext;
  readonly target: Target;
  /** Of the entry in the audit. */
  readonly exchange: string;
  readonly signal: AbortSignal;
  /** What was placed into the request that opened it. */
  readonly secrets: readonly LiveSecret[];
  readonly onClosed: () => void;
}

/** An open WebSocket: each frame of the plugin is allowed by itself, each frame of the institution freed of secrets. */
export class GatewaySocket {
  readonly #options: GatewaySocketOptions;
  readonly #socket: WebSocket;
  readonly #inbox: Inbox<string | Uint8Array>;
  readonly #pace = new Pace(FRAMES_PER_SECOND, 1_000);
  readonly #closed = Promise.withResolvers<SocketClosing>();
  readonly #ended = new AbortController();
  readonly #started = performance.now();
  readonly #pings: NodeJS.Timeout;
  readonly #count = { framesOut: 0, framesIn: 0, bytesOut: 0, bytesIn: 0 };
  #secrets: readonly LiveSecret[];
  #isAlive = true;
  #failure: Error | undefined;

  /** @param socket Open and paused, with nothing read from it yet. */
  constructor(socket: WebSocket, options: GatewaySocketOptions) {
    this.#socket = socket;
    this.#options = options;
    this.#secrets = options.secrets;
    this.#inbox = new Inbox({ pause: () => socket.pause(), resume: () => socket.resume() });
    this.#pings = setInterval(() => this.#ping(), PING_MS).unref();
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('pong', () => (this.#isAlive = true));
    socket.on('error', (error) => (this.#failure ??= unavailable('The socket failed.', error)));
    socket.once('close', (code, reason) => void this.#end(code, reason));
    const onAbort = (): void => this.#fail(canceled());
    options.signal.addEventListener('abort', onAbort, { once: true, signal: this.#ended.signal });
    if (options.signal.aborted) onAbort();
    socket.resume();
  }

  /** The subprotocol that the other side chose; empty: none. */
  get protocol(): string {
    return this.#socket.protocol;
  }

  /** Ends when the socket was closed, throws where it failed. */
  get messages(): AsyncIterable<string | Uint8Array> {
    return this.#inbox;
  }

  /** Settles when there are no more messages. */
  get closed(): Promise<SocketClosing> {
    return this.#closed.promise;
  }

  /**
   * Sends a frame, in its turn.
   *
   * @throws ProblemError PERMISSION_DENIED, which ends the socket; INVALID_REQUEST, UNAVAILABLE and what a scheme throws
   */
  async send(message: string | Uint8Array): Promise<void> {
    const { signal } = this.#ended;
    try {
      await this.#pace.enter(signal);
      const frame = this.#prepare(message);
      await this.#write(frame, typeof message !== 'string');
      this.#count.framesOut += 1;
      this.#count.bytesOut += frame.byteLength;
    } catch (error) {
      if (signal.aborted) throw this.#failure ?? unavailable('The socket is closed.');
      await this.#refuse(error);
      throw error;
    }
  }

  /** @param code 1000, or one of the institution's own from 3000 to 4999. */
  close(code = NORMAL, reason = ''): void {
    const isAllowed = code === NORMAL || (code >= 3000 && code <= 4999);
    if (!isAllowed || Buffer.byteLength(reason) > MAX_REASON)
      throw invalidRequest('A socket is not closed with such a code or reason.');
    this.#close(code, reason);
  }

  /** Ends the socket where what is granted does not allow it any more. */
  recheck(): void {
    try {
      matchSocket(this.#options.context.granted(), this.#options.target);
    } catch {
      this.#fail(notPermitted('The permission for the socket was revoked.'));
    }
  }

  /** Ends the socket because it was opened with credentials that hold no more. */
  lapse(): void {
    this.#fail(sessionEnded());
  }

  #prepare(message: string | Uint8Array): Uint8Array {
    const { context, target } = this.#options;
    const frame = Buffer.from(message as string);
    if (frame.byteLength > MAX_FRAME) throw invalidRequest('A frame is over 1 MiB.');
    const { permission } = matchFrame(matchSocket(context.granted(), target), target.url, frame);
    const { scheme: name = '', credentials = [] } = permission;
    const scheme = Object.hasOwn(context.schemes, name) ? context.schemes[name] : undefined;
    if (scheme === undefined || !fillsFrames(scheme)) return frame;
    const { request, secrets, run } = prepare({
      request: { method: 'GET', url: target.url, headers: [], body: frame },
      scheme,
      name,
      allowed: credentials,
      sources: context.ports.vault,
      ports: context.ports.scheme,
      isLogin: context.ports.situation().isLogin,
    });
    run.dispose();
    this.#secrets = [...this.#secrets, ...secrets].slice(-MAX_FRAME_SECRETS);
    return request.body ?? frame;
  }

  #write(frame: Uint8Array, isBinary: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.send(frame, { binary: isBinary }, (error) => {
        if (error) reject(unavailable('The frame was not sent.', error));
        else resolve();
      });
    });
  }

  /** A plugin that tries what it may not is not listened to any longer. */
  async #refuse(error: unknown): Promise<void> {
    const { context, target } = this.#options;
    const code = outcomeOf(error);
    const problem = error instanceof ProblemError ? error : unavailable('The frame was not sent.', error);
    if (code !== 'UNAVAILABLE')
      await context.ports.audit.append({
        kind: 'refusal',
        connection: context.connection.id,
        method: 'FRAME',
        origin: target.origin,
        code,
      });
    this.#fail(problem);
  }

  #receive(data: RawData, isBinary: boolean): void {
    const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer);
    this.#count.framesIn += 1;
    this.#count.bytesIn += bytes.byteLength;
    const shown = this.#search().blankBytes(bytes);
    this.#inbox.push(isBinary ? shown : Buffer.from(shown).toString());
  }

  #ping(): void {
    if (!this.#isAlive)
      return this.#fail(unavailable('The institution does not answer on the socket any more.'));
    this.#isAlive = false;
    this.#socket.ping();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    const isCanceled = this.#options.signal.aborted;
    this.#close(isCanceled ? NORMAL : POLICY, '');
  }

  #close(code: number, reason: string): void {
    this.#socket.close(code, reason);
    setTimeout(() => this.#socket.terminate(), CLOSING_MS).unref();
    // One that is paused would not read the answer.
    this.#socket.resume();
  }

  async #end(code: number, reason: Buffer): Promise<void> {
    const { context, exchange, onClosed } = this.#options;
    this.#ended.abort();
    clearInterval(this.#pings);
    onClosed();
    const failure =
      this.#failure ??
      (code === ABNORMAL ? unavailable('The connection of the socket was lost.') : undefined);
    const written = await context.ports.audit
      .append({
        kind: 'socketEnd',
        connection: context.connection.id,
        exchange,
        ...this.#count,
        milliseconds: Math.round(performance.now() - this.#started),
        outcome: failure === undefined ? 'complete' : outcomeOf(failure),
      })
      .then(() => undefined, toError);
    this.#inbox.end(failure ?? written);
    this.#closed.resolve({ code, reason: this.#search().blankText(reason.toString()) });
  }

  #search(): SecretSearch {
    const { ports, cookies } = this.#options.context;
    return searchFor([ports.vault.secrets(), cookies.secrets, this.#secrets], []);
  }
}

function toError(error: unknown): Error {
  return error instanceof ProblemError
    ? error
    : unavailable('The end of the socket was not written down.', error);
}
