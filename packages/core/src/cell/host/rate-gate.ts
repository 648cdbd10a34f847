export interface RateGateOptions {
  /** Events that may come at once. */
  readonly burst: number;
  /** Events per second in the long run. */
  readonly perSecond: number;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Lets so many events pass per time and counts those beyond. */
export class RateGate {
  readonly #options: RateGateOptions;
  #allowance: number;
  #refilledAt: number;

  constructor(options: RateGateOptions) {
    this.#options = options;
    this.#allowance = options.burst;
    this.#refilledAt = options.now();
  }

  /** How many events there have been beyond the rate; 0: this one passes. */
  excess(): number {
    const { burst, perSecond, now } = this.#options;
    const at = now();
    this.#allowance = Math.min(burst, this.#allowance + ((at - this.#refilledAt) / 1_000) * perSecond) - 1;
    this.#refilledAt = at;
    return Math.max(0, Math.ceil(-this.#allowance));
  }
}
