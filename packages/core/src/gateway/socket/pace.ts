import { setTimeout as delay } from 'node:timers/promises';

const PERIOD_MS = 1_000;

/** Lets so many through in any second; the others wait in their order. */
export class Pace {
  readonly #perSecond: number;
  /** When the last ones went through, in milliseconds. */
  readonly #times: number[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
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
    const wait = oldest + PERIOD_MS - performance.now();
    if (this.#times.length >= this.#perSecond) {
      if (wait > 0) await delay(wait, undefined, { signal });
      this.#times.shift();
    }
    this.#times.push(performance.now());
  }
}
