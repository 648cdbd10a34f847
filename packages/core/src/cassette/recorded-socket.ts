import type { NetworkSocket, SocketClosing } from '../cell/host/network-port.js';
import { recordedProblem } from './recorded-problem.js';
import type { SocketExchange } from './cassette.js';
import type { ClockReadings } from './clock-readings.js';
import { toRecordedMessage } from './recorded-bytes.js';

/** An open socket whose messages are recorded. */
export class RecordedSocket implements NetworkSocket {
  readonly protocol: string;
  readonly messages: AsyncIterable<string | Uint8Array>;
  readonly closed: Promise<SocketClosing>;
  readonly #socket: NetworkSocket;
  readonly #exchange: SocketExchange;
  readonly #clock: ClockReadings;

  constructor(socket: NetworkSocket, exchange: SocketExchange, clock: ClockReadings) {
    this.#socket = socket;
    this.#exchange = exchange;
    this.#clock = clock;
    this.protocol = socket.protocol;
    this.messages = this.#record();
    this.closed = socket.closed.then(({ code, reason }) => (exchange.closed = { code, reason }));
    // Who reads the messages hears of a failure.
    this.closed.catch(() => undefined);
  }

  async send(message: string | Uint8Array): Promise<void> {
    this.#exchange.events.push({ sent: toRecordedMessage(message) });
    await this.#socket.send(message);
  }

  close(code?: number, reason?: string): void {
    const close = { ...(code === undefined ? {} : { code }), ...(reason === undefined ? {} : { reason }) };
    this.#exchange.events.push({ close });
    this.#socket.close(code, reason);
  }

  async *#record(): AsyncGenerator<string | Uint8Array> {
    try {
      for await (const message of this.#socket.messages) {
        this.#exchange.events.push({ received: toRecordedMessage(message) });
        this.#clock.step();
        yield message;
      }
    } catch (error) {
      this.#exchange.problem = recordedProblem(error);
      throw error;
    } finally {
      this.#clock.step();
    }
  }
}
