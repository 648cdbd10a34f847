import { ProblemError, type Instrument } from '@bourse/sdk';
import type { AlpacaSettings } from '../settings.js';
import { bySymbol } from './quotes.js';
import { readMessages, toFatal, type StreamMessage } from './stream-messages.js';
import { toQuote, type Quote } from './to-quote.js';

const ORIGIN = 'wss://stream.data.alpaca.markets';
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Failures in a row after which the stream gives up. */
const MAX_FAILURES = 6;
/** What is not read in time: the oldest go first, since a newer quote makes them worthless. */
const MAX_WAITING = 10_000;

interface Options {
  readonly feed: AlpacaSettings['feed'];
  readonly instruments: readonly Instrument[];
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

/** Quotes as they come, over one connection at a time; after a loss it connects and subscribes again. */
export class QuoteStream implements AsyncIterable<Quote> {
  readonly #options: Options;
  readonly #instruments: ReadonlyMap<string, Instrument>;
  readonly #waiting: Quote[] = [];
  #socket: WebSocket | undefined;
  #failure: ProblemError | undefined;
  #failures = 0;
  #isEnded = false;
  #wake = (): void => undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#instruments = bySymbol(options.instruments);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Quote> {
    if (this.#instruments.size === 0) return;
    const stop = (): void => this.#end();
    this.#options.signal.addEventListener('abort', stop);
    this.#connect();
    try {
      while (!this.#isEnded || this.#waiting.length > 0) {
        const quote = this.#waiting.shift();
        if (quote !== undefined) yield quote;
        else await new Promise<void>((resolve) => (this.#wake = resolve));
      }
      if (this.#failure !== undefined) throw this.#failure;
    } finally {
      this.#options.signal.removeEventListener('abort', stop);
      this.#end();
    }
  }

  #connect(): void {
    if (this.#isEnded) return;
    // The host adds the keys to the handshake.
    const socket = new WebSocket(`${ORIGIN}/v2/${this.#options.feed}`);
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(socket, data));
    // An error is followed by a close.
    socket.addEventListener('error', () => undefined);
    socket.addEventListener('close', () => {
      if (this.#socket === socket) this.#reconnect();
    });
  }

  #receive(socket: WebSocket, data: unknown): void {
    try {
      for (const message of readMessages(data)) this.#take(socket, message);
    } catch (error) {
      this.#fail(
        error instanceof ProblemError
          ? error
          : new ProblemError({
              code: 'MALFORMED_RESPONSE',
              message: "Alpaca's stream sent what is no JSON.",
            }),
      );
    }
    this.#wake();
  }

  #take(socket: WebSocket, message: StreamMessage): void {
    const { type, fields, value } = message;
    if (type === 'success' && fields.optionalText('msg') === 'authenticated') {
      socket.send(JSON.stringify({ action: 'subscribe', quotes: [...this.#instruments.keys()] }));
    } else if (type === 'subscription') {
      this.#failures = 0;
    } else if (type === 'error') {
      const fatal = toFatal(message);
      if (fatal === undefined) socket.close();
      else this.#fail(fatal);
    } else if (type === 'q') {
      const instrument = this.#instruments.get(fields.text('S'));
      if (instrument === undefined) return;
      if (this.#waiting.length >= MAX_WAITING) this.#waiting.shift();
      this.#waiting.push(toQuote(value, instrument, this.#options.feed));
    }
  }

  #reconnect(): void {
    this.#failures += 1;
    if (this.#failures > MAX_FAILURES) {
      return this.#fail(
        new ProblemError({ code: 'UNAVAILABLE', message: "Alpaca's stream cannot be reached." }),
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
