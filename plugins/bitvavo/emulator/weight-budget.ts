import type { Answer } from '@bourse/sdk/emulator';
import { BitvavoRefusal } from './refusal.js';

const LIMIT = 1000;
const MINUTE_MS = 60_000;

/** What one caller may ask for in a minute of the clock. */
export class WeightBudget {
  #used = 0;
  #resetAt = 0;
  #warned = false;
  #bannedUntil = 0;

  /** @throws BitvavoRefusal 103 for a request over the limit, 105 for one more in the same minute and while banned */
  take(weight: number, now: number): void {
    if (now < this.#bannedUntil) throw banned(this.#bannedUntil);
    this.#begin(now);
    if (this.#used + weight <= LIMIT) {
      this.#used += weight;
      return;
    }
    if (this.#warned) {
      this.ban(now + MINUTE_MS);
      throw banned(this.#bannedUntil);
    }
    this.#warned = true;
    throw new BitvavoRefusal(
      429,
      103,
      'You have been rate limited; see the bitvavo-ratelimit-resetat header.',
    );
  }

  /** @param until Milliseconds since 1970-01-01T00:00:00Z. */
  ban(until: number): void {
    this.#bannedUntil = until;
  }

  headers(now: number): Answer['headers'] {
    this.#begin(now);
    return {
      'bitvavo-ratelimit-limit': String(LIMIT),
      'bitvavo-ratelimit-remaining': String(LIMIT - this.#used),
      'bitvavo-ratelimit-resetat': String(this.#resetAt),
    };
  }

  #begin(now: number): void {
    if (now < this.#resetAt) return;
    this.#used = 0;
    this.#warned = false;
    this.#resetAt = (Math.floor(now / MINUTE_MS) + 1) * MINUTE_MS;
  }
}

/** The end of a ban stands in the text alone. */
function banned(until: number): BitvavoRefusal {
  const text = 'Your IP or API key has been banned for not respecting the rate limit.';
  return new BitvavoRefusal(429, 105, `${text} The ban expires at ${until}.`);
}
