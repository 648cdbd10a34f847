import type {
  NetworkAnswer,
  NetworkPort,
  NetworkRequest,
  NetworkSocket,
  SocketRequest,
} from '../cell/host/network-port.js';
import { ProblemError, type Problem } from '../interfaces/index.js';
import type { Cassette, RequestExchange, SocketExchange } from './cassette.js';
import { ReplayedClock } from './clock-readings.js';
import { askedRequest, askedSocket, compare, describeAsked, isSame, type Asked } from './compare.js';
import { showDifference } from './difference.js';
import { PlayedSocket } from './played-socket.js';
import { fromRecorded } from './recorded-bytes.js';

/** A network that answers as the recorded one did, as long as it is asked the same in the same order. */
export function playCassette(cassette: Cassette): CassettePlayer {
  return new CassettePlayer(cassette);
}

/** The cell has to run with this clock and this seed. */
export class CassettePlayer implements NetworkPort {
  readonly seed: string;
  readonly now: () => number;
  readonly #exchanges: Cassette['exchanges'];
  readonly #clock: ReplayedClock;
  readonly #sockets: PlayedSocket[] = [];
  #next = 0;
  #mismatch: ProblemError | undefined;

  constructor({ seed, clock, exchanges }: Cassette) {
    this.seed = seed;
    this.#exchanges = exchanges;
    this.#clock = new ReplayedClock(clock);
    this.now = () => this.#clock.now();
  }

  /** @throws ProblemError CASSETTE_MISMATCH, or what the gateway said then */
  async fetch(request: NetworkRequest): Promise<NetworkAnswer> {
    const exchange = this.#take(askedRequest(request));
    if (exchange.kind !== 'request') throw this.#fail('A WebSocket is no request.');
    const { answer, problem } = exchange;
    if (answer === undefined) return this.#throwThen(problem, request.signal);
    const { status, headers, url } = answer;
    this.#clock.step();
    const from = url === undefined ? {} : { url: new URL(url) };
    return { status, headers, ...from, body: this.#bodyOf(answer, request.signal) };
  }

  /** @throws ProblemError CASSETTE_MISMATCH, or what the gateway said then */
  async connect(request: SocketRequest): Promise<NetworkSocket> {
    const exchange = this.#take(askedSocket(request));
    if (exchange.kind !== 'socket') throw this.#fail('A request is no WebSocket.');
    const { protocol, problem } = exchange;
    if (protocol === undefined) return this.#throwThen(problem, request.signal);
    this.#clock.step();
    const socket = new PlayedSocket({
      number: this.#next,
      exchange,
      protocol,
      signal: request.signal,
      clock: this.#clock,
      fail: (message) => this.#fail(message),
    });
    this.#sockets.push(socket);
    return socket;
  }

  /**
   * To be called when the run is over.
   *
   * @throws ProblemError CASSETTE_MISMATCH the first difference, or what was not asked for any more
   */
  finish(): void {
    if (this.#mismatch !== undefined) throw this.#mismatch;
    const missing = this.#exchanges.slice(this.#next);
    const lines = missing.map((exchange, index) => `  ${this.#next + index + 1}. ${describeAsked(exchange)}`);
    if (lines.length > 0) throw this.#fail(`The cassette has more than was asked for:\n${lines.join('\n')}`);
    for (const socket of this.#sockets) socket.finish();
  }

  /** The exchange that is next, where it is this one. */
  #take(asked: Asked): RequestExchange | SocketExchange {
    if (this.#mismatch !== undefined) throw this.#mismatch;
    const exchange = this.#exchanges[this.#next];
    const place = `Request ${this.#next + 1}, ${describeAsked(asked)},`;
    if (exchange === undefined)
      throw this.#fail(`${place} is not in the cassette, which ends after ${this.#next}.`);
    const difference = showDifference(compare(exchange, asked));
    if (difference !== undefined) throw this.#fail(`${place} ${this.#explain(asked)}\n${difference}`);
    this.#next += 1;
    return exchange;
  }

  #explain(asked: Asked): string {
    const index = this.#exchanges.findIndex((other, at) => at > this.#next && isSame(other, asked));
    if (index >= 0) return `comes too early: in the cassette it is request ${index + 1}.`;
    const earlier = this.#exchanges.slice(0, this.#next).findLastIndex((other) => isSame(other, asked));
    if (earlier >= 0) return `comes once more: in the cassette it is request ${earlier + 1}.`;
    return 'is not the one of the cassette.';
  }

  async #throwThen(problem: Problem | undefined, signal: AbortSignal): Promise<never> {
    // Then the plugin gave it up before anything came, or the recording ended.
    if (problem === undefined || problem.code === 'CALL_CANCELED') await aborted(signal);
    this.#clock.step();
    throw new ProblemError(problem ?? { code: 'CALL_CANCELED', message: 'The request was given up.' });
  }

  async *#bodyOf(
    { body, problem }: NonNullable<RequestExchange['answer']>,
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    for (const piece of body) {
      this.#clock.step();
      yield fromRecorded(piece);
    }
    if (problem?.code === 'CALL_CANCELED') await aborted(signal);
    this.#clock.step();
    if (problem !== undefined) throw new ProblemError(problem);
  }

  #fail(message: string): ProblemError {
    this.#mismatch ??= new ProblemError({ code: 'CASSETTE_MISMATCH', message });
    return this.#mismatch;
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
