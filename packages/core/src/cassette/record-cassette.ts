import { randomBytes } from 'node:crypto';
import type {
  NetworkAnswer,
  NetworkPort,
  NetworkRequest,
  NetworkSocket,
  SocketRequest,
} from '../cell/host/network-port.js';
import { recordedProblem } from './recorded-problem.js';
import type { Cassette, RequestExchange, SocketExchange } from './cassette.js';
import { ClockReadings } from './clock-readings.js';
import { RecordedSocket } from './recorded-socket.js';
import { toRecorded } from './recorded-bytes.js';

export interface RecorderOptions {
  readonly plugin: { readonly id: string; readonly version: string };
  /** The gateway of a connection. */
  readonly network: NetworkPort;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: () => number;
  /** 32 bytes in hexadecimal. Default: random. */
  readonly seed?: string;
}

/**
 * Stands between a cell and its gateway and records what goes through. Secrets do not: the gateway places them behind it
 * and takes them out of what comes back. The cell has to run with this clock and this seed.
 */
export class CassetteRecorder implements NetworkPort {
  readonly seed: string;
  readonly now: () => number;
  readonly #plugin: RecorderOptions['plugin'];
  readonly #network: NetworkPort;
  readonly #clock = new ClockReadings();
  readonly #exchanges: (RequestExchange | SocketExchange)[] = [];

  constructor({ plugin, network, now = Date.now, seed = randomBytes(32).toString('hex') }: RecorderOptions) {
    const { id, version } = plugin;
    this.#plugin = { id, version };
    this.#network = network;
    this.seed = seed;
    this.now = () => this.#clock.add(now());
  }

  /** What was recorded until now. */
  toCassette(): Cassette {
    const { seed } = this;
    return structuredClone({
      version: 1,
      plugin: this.#plugin,
      seed,
      clock: this.#clock.toArray(),
      exchanges: this.#exchanges,
    });
  }

  async fetch(request: NetworkRequest): Promise<NetworkAnswer> {
    const { method, url, headers, body } = request;
    const exchange: RequestExchange = {
      kind: 'request',
      request: { method, url: url.href, headers, ...(body === undefined ? {} : { body: toRecorded(body) }) },
    };
    this.#exchanges.push(exchange);
    try {
      return this.#recordAnswer(exchange, await this.#network.fetch(request));
    } catch (error) {
      exchange.problem = recordedProblem(error);
      throw error;
    } finally {
      this.#clock.step();
    }
  }

  async connect(request: SocketRequest): Promise<NetworkSocket> {
    const { url, protocols } = request;
    const exchange: SocketExchange = { kind: 'socket', request: { url: url.href, protocols }, events: [] };
    this.#exchanges.push(exchange);
    try {
      const socket = await this.#network.connect(request);
      exchange.protocol = socket.protocol;
      return new RecordedSocket(socket, exchange, this.#clock);
    } catch (error) {
      exchange.problem = recordedProblem(error);
      throw error;
    } finally {
      this.#clock.step();
    }
  }

  #recordAnswer(exchange: RequestExchange, answer: NetworkAnswer): NetworkAnswer {
    const { status, headers, url } = answer;
    const recorded: NonNullable<RequestExchange['answer']> = { status, headers, body: [] };
    if (url !== undefined) recorded.url = url.href;
    exchange.answer = recorded;
    return { ...answer, body: this.#recordBody(recorded, answer.body) };
  }

  async *#recordBody(
    recorded: NonNullable<RequestExchange['answer']>,
    body: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<Uint8Array> {
    try {
      for await (const piece of body) {
        recorded.body.push(toRecorded(piece));
        this.#clock.step();
        yield piece;
      }
    } catch (error) {
      recorded.problem = recordedProblem(error);
      throw error;
    } finally {
      this.#clock.step();
    }
  }
}
