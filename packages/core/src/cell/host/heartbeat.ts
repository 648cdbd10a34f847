import { Deadline } from './deadline.js';

/** Milliseconds between two pings of a cell that works on a call. */
export const BEAT_MS = 1_000;

export interface HeartbeatOptions {
  readonly ping: () => void;
  readonly onUnresponsive: () => void;
}

/** Asks a cell now and then whether it still listens; one question is open at a time. */
export class Heartbeat {
  readonly #options: HeartbeatOptions;
  #askedAt: number | undefined;
  #answeredAt = performance.now();
  #suspicion: Deadline | undefined;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  /** Milliseconds that the cell owes us an answer; 0 when it owes none. */
  get silentMs(): number {
    return this.#askedAt === undefined ? 0 : performance.now() - this.#askedAt;
  }

  /** Asks if the last answer is old. Called often while a call is open. */
  beat(): void {
    if (performance.now() - this.#answeredAt >= BEAT_MS) this.ask();
  }

  ask(): void {
    if (this.#askedAt !== undefined) return;
    this.#askedAt = performance.now();
    this.#options.ping();
  }

  answered(): void {
    this.#askedAt = undefined;
    this.#answeredAt = performance.now();
    this.stop();
  }

  /** A deadline has passed: reports the cell unless it answers until it has been silent for `toleratedMs`. */
  suspect(toleratedMs: number): void {
    this.ask();
    const rest = toleratedMs - this.silentMs;
    if (rest <= 0) return this.#options.onUnresponsive();
    const { onUnresponsive } = this.#options;
    this.#suspicion ??= new Deadline({ milliseconds: rest, onPassed: onUnresponsive }).start();
  }

  stop(): void {
    this.#suspicion?.stop();
    this.#suspicion = undefined;
  }
}
