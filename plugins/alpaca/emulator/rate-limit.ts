const MINUTE_MS = 60_000;

/** What the headers `x-ratelimit-*` say. */
export interface Allowance {
  readonly isExceeded: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts the requests of each minute of the clock. */
export class RateLimit {
  #minute = 0;
  #used = 0;

  /** Takes one request of `limit` a minute. */
  take(limit: number, now: number): Allowance {
    const minute = Math.floor(now / MINUTE_MS);
    if (minute !== this.#minute) this.#used = 0;
    this.#minute = minute;
    this.#used += 1;
    return {
      isExceeded: this.#used > limit,
      headers: {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(Math.max(0, limit - this.#used)),
        // Seconds since 1970-01-01T00:00:00Z.
        'x-ratelimit-reset': String(((minute + 1) * MINUTE_MS) / 1000),
      },
    };
  }
}
