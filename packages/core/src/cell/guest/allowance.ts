import { holds } from './belts.js';
import { now } from './clock.js';

/** So many at once and so many per second of the host's clock; the host allows a little more, so it never has to object. */
export class Allowance {
  readonly #burst: number;
  readonly #perSecond: number;
  #left: number;
  #refilledAt = 0;

  constructor(burst: number, perSecond: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#left = burst;
  }

  /** Uses up one. False: there is none left. */
  take(): boolean {
    const seconds = Math.max(0, now() - this.#refilledAt) / 1_000;
    this.#refilledAt = now();
    this.#left = Math.min(this.#burst, this.#left + seconds * this.#perSecond);
    if (this.#left < 1) return !holds('floodLimits');
    this.#left -= 1;
    return true;
  }
}
