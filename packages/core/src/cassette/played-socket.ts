import type { NetworkSocket, SocketClosing } from '../cell/host/network-port.js';
import { ProblemError } from '../interfaces/index.js';
import type { SocketExchange } from './cassette.js';
import type { ReplayedClock } from './clock-readings.js';
import { showDifference } from './difference.js';
import { fromRecordedMessage, toRecordedMessage, type RecordedMessage } from './recorded-bytes.js';

interface PlayedSocketOptions {
  /** In the cassette, 1 for the first exchange. */
  readonly number: number;
  readonly exchange: SocketExchange;
  readonly protocol: string;
  readonly signal: AbortSignal;
  readonly clock: ReplayedClock;
  /** Notes what is wrong. */
  readonly fail: (message: string) => ProblemError;
}

/** A socket on which comes what came then, each message as soon as the plugin has sent what it had sent by then. */
export class PlayedSocket implements NetworkSocket {
  readonly protocol: string;
  readonly messages: AsyncIterable<string | Uint8Array>;
  readonly closed: Promise<SocketClosing>;
  readonly #options: PlayedSocketOptions;
  readonly #sends: readonly RecordedMessage[];
  readonly #close = Promise.withResolvers<SocketClosing>();
  #sent = 0;
  #isClosed = false;
  #wake: () => void = () => undefined;

  constructor(options: PlayedSocketOptions) {
    this.#options = options;
    this.protocol = options.protocol;
    this.closed = this.#close.promise;
    this.#sends = options.exchange.events.flatMap((event) => ('sent' in event ? [event.sent] : []));
    this.messages = this.#play();
    options.signal.addEventListener('abort', () => this.#end(), { once: true });
  }

  async send(message: string | Uint8Array): Promise<void> {
    const { number, fail } = this.#options;
    const expected = this.#sends[this.#sent];
    const place = `Message ${this.#sent + 1} on the WebSocket of request ${number}`;
    if (expected === undefined)
      throw fail(`${place} is not in the cassette: ${textOf(toRecordedMessage(message))}`);
    const now = textOf(toRecordedMessage(message));
    const difference = showDifference([{ what: 'message', then: textOf(expected), now }]);
    if (difference !== undefined) throw fail(`${place} is not the one of the cassette.\n${difference}`);
    this.#sent += 1;
    this.#wake();
  }

  close(): void {
    this.#end();
  }

  /** @throws ProblemError CASSETTE_MISMATCH where less was sent */
  finish(): void {
    const missing = this.#sends[this.#sent];
    if (missing === undefined) return;
    const place = `Message ${this.#sent + 1} on the WebSocket of request ${this.#options.number}`;
    throw this.#options.fail(`${place} was not sent: ${textOf(missing)}`);
  }

  async *#play(): AsyncGenerator<string | Uint8Array> {
    const { exchange, clock } = this.#options;
    let sends = 0;
    for (const event of exchange.events) {
      if ('sent' in event) sends += 1;
      await this.#until(() => this.#sent >= sends && !('close' in event));
      if (this.#isClosed) break;
      if (!('received' in event)) continue;
      clock.step();
      yield fromRecordedMessage(event.received);
    }
    clock.step();
    const { closed, problem } = exchange;
    if (problem !== undefined) throw new ProblemError(problem);
    if (closed === undefined) await this.#until(() => false);
    this.#end();
  }

  /** Waits until something is so, or the socket is closed. */
  async #until(isSo: () => boolean): Promise<void> {
    while (!isSo() && !this.#isClosed) await new Promise<void>((resolve) => (this.#wake = resolve));
  }

  #end(): void {
    this.#isClosed = true;
    this.#close.resolve(this.#options.exchange.closed ?? { code: 1005, reason: '' });
    this.#wake();
  }
}

function textOf(message: RecordedMessage): string {
  return typeof message === 'string' ? message : `base64 ${message.base64}`;
}
