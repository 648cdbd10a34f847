import { canceled } from '../network-problem.js';

/** A number of places, given in the order in which they were asked for. */
export class Slots {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(count: number) {
    this.#free = count;
  }

  /**
   * @returns what gives the place back; calling it again does nothing
   * @throws ProblemError CALL_CANCELED
   */
  async take(signal: AbortSignal): Promise<() => void> {
    if (signal.aborted) throw canceled();
    if (this.#free > 0) this.#free -= 1;
    else await this.#wait(signal);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#giveBack();
    };
  }

  async #wait(signal: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const enter = (): void => resolve(undefined);
    const onAbort = (): void => {
      this.#waiting.delete(enter);
      reject(canceled());
    };
    this.#waiting.add(enter);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      await promise;
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  #giveBack(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free += 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
