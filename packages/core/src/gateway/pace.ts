import { setTimeout as delay } from 'node:timers/promises';

/** Lets so many through in any period; the others wait in their order. */
export class Pace {
  readonly #most: number;
  readonly #periodMs: number;
  /** When the last ones went through, in milliseconds. */
  readonly #times: number[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(most: number, periodMs: number) {
    this.#most = most;
    this.#periodMs = periodMs;
  }

  /** Settles when it is one's turn, also where an earlier one failed. */
  enter(signal: AbortSignal): Promise<void> {
    const turn = this.#turn.then(() => this.#pass(signal));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #pass(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const [oldest = 0] = this.#times;
    const wait = oldest + this.#periodMs - performance.now();
    if (this.#times.length >= this.#most) {
      if (wait > 0) await delay(wait, undefined, { signal });
      this.#times.shift();
    }
    this.#times.push(performance.now());
  }
}
