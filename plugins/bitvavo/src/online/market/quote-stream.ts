import { ProblemError, type Quote } from '@bourse/sdk';
import { complaintProblem, readComplaint } from '../api/errors.js';
import { malformed, readObject, type JsonObject } from '../api/json.js';
import type { Market } from './markets.js';
import { Ticker } from './ticker.js';

const URL = 'wss://ws.bitvavo.com/v2/';
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Failures in a row after which the stream gives up. */
const MAX_FAILURES = 6;
/** What is not read in time: the oldest go first, since a newer quote makes them worthless. */
const MAX_WAITING = 10_000;

interface Options {
  /** By name, such as `BTC-EUR`; Bitvavo has all of them. */
  readonly markets: ReadonlyMap<string, Market>;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

/** Quotes as they come, over one connection at a time; after a loss it connects, authenticates and subscribes again. */
export class QuoteStream implements AsyncIterable<Quote> {
  readonly #options: Options;
  readonly #tickers: ReadonlyMap<string, Ticker>;
  readonly #waiting: Quote[] = [];
  #socket: WebSocket | undefined;
  #failure: ProblemError | undefined;
  #failures = 0;
  #isEnded = false;
  #wake = (): void => undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#tickers = new Map([...options.markets].map(([name, market]) => [name, new Ticker(market)]));
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Quote> {
    const { markets, signal } = this.#options;
    if (markets.size === 0) return;
    const stop = (): void => this.#end();
    signal.addEventListener('abort', stop);
    if (signal.aborted) this.#end();
    this.#connect();
    try {
      while (!this.#isEnded || this.#waiting.length > 0) {
        const quote = this.#waiting.shift();
        if (quote !== undefined) yield quote;
        else await new Promise<void>((resolve) => (this.#wake = resolve));
      }
      if (this.#failure !== undefined) throw this.#failure;
    } finally {
      signal.removeEventListener('abort', stop);
      this.#end();
    }
  }

  #connect(): void {
    if (this.#isEnded) return;
    const socket = new WebSocket(URL);
    this.#socket = socket;
    // The host adds key, signature and time.
    socket.addEventListener('open', () => send(socket, { action: 'authenticate' }));
    socket.addEventListener('message', ({ data }) => this.#receive(socket, data));
    // An error is followed by a close.
    socket.addEventListener('error', () => undefined);
    socket.addEventListener('close', () => {
      if (this.#socket === socket) this.#reconnect();
    });
  }

  #receive(socket: WebSocket, data: unknown): void {
    try {
      this.#take(socket, readObject(parse(data), 'stream'));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      this.#fail(error);
    }
    this.#wake();
  }

  #take(socket: WebSocket, message: JsonObject): void {
    const complaint = readComplaint(message);
    if (complaint !== undefined) this.#complain(socket, complaintProblem(complaint));
    else if (message.event === 'authenticate') send(socket, subscription([...this.#tickers.keys()]));
    else if (message.event === 'subscribed') this.#failures = 0;
    else if (message.event === 'ticker') this.#quote(message);
  }

  #quote(message: JsonObject): void {
    const ticker = this.#tickers.get(String(message.market));
    if (ticker === undefined) return;
    if (this.#waiting.length >= MAX_WAITING) this.#waiting.shift();
    this.#waiting.push(ticker.take(message, new Date().toISOString()));
  }

  /** What passes by itself is tried again with another connection. */
  #complain(socket: WebSocket, problem: ProblemError): void {
    if (problem.code === 'UNAVAILABLE' || problem.code === 'RATE_LIMITED') socket.close();
    else this.#fail(problem);
  }

  #reconnect(): void {
    this.#failures += 1;
    if (this.#failures > MAX_FAILURES) {
      return this.#fail(
        new ProblemError({ code: 'UNAVAILABLE', message: "Bitvavo's stream cannot be reached." }),
      );
    }
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (this.#failures - 1));
    setTimeout(() => this.#connect(), wait);
  }

  #fail(problem: ProblemError): void {
    this.#failure ??= problem;
    this.#end();
  }

  #end(): void {
    this.#isEnded = true;
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
    this.#wake();
  }
}

function subscription(markets: readonly string[]): object {
  return { action: 'subscribe', channels: [{ name: 'ticker', markets }] };
}

function send(socket: WebSocket, message: object): void {
  socket.send(JSON.stringify(message));
}

function parse(data: unknown): unknown {
  try {
    return JSON.parse(typeof data === 'string' ? data : '');
  } catch {
    throw malformed('the stream sent what is no JSON.', 'stream');
  }
}
