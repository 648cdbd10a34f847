import { setTimeout as wait } from 'node:timers/promises';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import { RateGate } from './rate-gate.js';

/** So many beyond the rate are no accident any more: an honest guest waits for answers and never comes near. */
const TOLERATED = 20_000;

export interface ThrottleOptions {
  /** What is held back, in the plural. */
  readonly what: string;
  readonly burst: number;
  readonly perSecond: number;
  readonly limited: boolean;
}

/** Holds back a cell that asks for something too fast, so that it does not keep the host busy. */
export class Throttle {
  readonly #options: ThrottleOptions;
  readonly #gate: RateGate;

  constructor(options: ThrottleOptions) {
    const { burst, perSecond } = options;
    this.#options = options;
    this.#gate = new RateGate({ burst, perSecond, now: () => performance.now() });
  }

  /**
   * Counts one and gives what settles when it may be done.
   *
   * @throws ProtocolViolation where it is a flood
   */
  enter(): (signal?: AbortSignal) => Promise<void> {
    const { what, perSecond, limited } = this.#options;
    const excess = limited ? this.#gate.excess() : 0;
    if (excess > TOLERATED) throw new ProtocolViolation(`a flood of ${what}`);
    return async (signal) => {
      if (excess > 0) await wait((excess / perSecond) * 1_000, undefined, { signal, ref: false });
    };
  }
}
