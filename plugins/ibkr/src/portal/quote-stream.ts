import { ProblemError, type Quote } from '@bourse/sdk';
import type { Wait } from '../web/wait.js';
import type { Contract } from './contracts.js';
import { parseJson } from './parse-json.js';
import { FIELDS, toQuote } from './to-quote.js';
import { WireObject } from './wire-object.js';

const ADDRESS = 'wss://api.ibkr.com/v1/api/ws';
/** Milliseconds between two signs of life, without which the institution ends the stream. */
const KEEP_ALIVE = 55_000;
const FIRST_WAIT = 1_000;
/** Failures in a row after which the stream gives up. */
const MOST_FAILURES = 5;
/** What is not read in time: the oldest go first, since a newer quote makes them worthless. */
const MOST_WAITING = 10_000;

export interface QuoteStreamOptions {
  /** By `conid`. */
  readonly contracts: ReadonlyMap<string, Contract>;
  /** Makes the institution ready for one more connection. */
  readonly prepare: () => Promise<void>;
  readonly wait: Wait;
  readonly signal: AbortSignal;
}

/** Quotes as they come, over one connection at a time; after a loss it connects and subscribes again. */
export async function* streamQuotes(options: QuoteStreamOptions): AsyncGenerator<Quote, void, void> {
  for (let failures = 0; failures <= MOST_FAILURES; failures += 1) {
    if (failures > 0) await options.wait(FIRST_WAIT * 2 ** (failures - 1), options.signal);
    await options.prepare();
    const line = new QuoteLine(options);
    try {
      for await (const quote of line.quotes()) {
        failures = 0;
        yield quote;
      }
    } finally {
      line.close();
    }
    options.signal.throwIfAborted();
  }
  throw new ProblemError({ code: 'UNAVAILABLE', message: 'The stream of quotes cannot be reached.' });
}

/** One connection. */
class QuoteLine {
  readonly #contracts: QuoteStreamOptions['contracts'];
  readonly #socket = new WebSocket(ADDRESS);
  /** What is known of each instrument: a message has only what has changed. */
  readonly #known = new Map<string, object>();
  readonly #waiting: Quote[] = [];
  readonly #alive: ReturnType<typeof setInterval>;
  #isOver = false;
  #failure: Error | undefined;
  #wake = (): void => undefined;

  constructor({ contracts, signal }: QuoteStreamOptions) {
    this.#contracts = contracts;
    this.#socket.addEventListener('open', () => this.#subscribe());
    this.#socket.addEventListener('message', ({ data }) => this.#receive(data));
    // An error is followed by a close.
    this.#socket.addEventListener('error', () => undefined);
    this.#socket.addEventListener('close', () => this.close());
    signal.addEventListener('abort', () => this.close(), { once: true });
    this.#alive = setInterval(() => this.#socket.send('tic'), KEEP_ALIVE);
  }

  /** Ends when the connection does. */
  async *quotes(): AsyncGenerator<Quote, void, void> {
    while (!this.#isOver || this.#waiting.length > 0) {
      const quote = this.#waiting.shift();
      if (quote !== undefined) yield quote;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  close(): void {
    if (!this.#isOver) this.#socket.close();
    this.#isOver = true;
    clearInterval(this.#alive);
    this.#wake();
  }

  #subscribe(): void {
    const fields = JSON.stringify({ fields: FIELDS });
    for (const conid of this.#contracts.keys()) this.#socket.send(`smd+${conid}+${fields}`);
  }

  #receive(data: unknown): void {
    try {
      this.#take(new WireObject(parseJson(String(data)), 'stream'), String(data));
    } catch (error) {
      this.#failure ??= error instanceof ProblemError ? error : noJson(error);
      this.close();
    }
    this.#wake();
  }

  #take(message: WireObject, text: string): void {
    if (message.text('topic')?.startsWith('smd+') !== true) return;
    const conid = message.neededText('conid');
    const contract = this.#contracts.get(conid);
    if (contract === undefined) return;
    const known = Object.assign(this.#known.get(conid) ?? {}, parseJson(text));
    this.#known.set(conid, known);
    const quote = toQuote(new WireObject(known, 'stream'), contract);
    if (quote === undefined) return;
    if (this.#waiting.length >= MOST_WAITING) this.#waiting.shift();
    this.#waiting.push(quote);
  }
}

function noJson(cause: unknown): ProblemError {
  return new ProblemError(
    { code: 'MALFORMED_RESPONSE', message: 'The stream of quotes sent what is no JSON.' },
    { cause },
  );
}
