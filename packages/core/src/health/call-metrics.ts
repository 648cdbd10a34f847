/** Durations kept for the percentiles; older ones are forgotten. */
const KEPT_DURATIONS = 1_000;

/** What was measured of the calls of one plugin. Durations in milliseconds. */
export interface CallSummary {
  readonly calls: number;
  readonly errors: number;
  readonly p50?: number;
  readonly p95?: number;
  readonly p99?: number;
}

/** Counts the calls of one plugin and remembers how long the last ones took. */
export class CallMetrics {
  readonly #durations: number[] = [];
  #calls = 0;
  #errors = 0;

  record(duration: number, failed: boolean): void {
    this.#durations[this.#calls % KEPT_DURATIONS] = duration;
    this.#calls += 1;
    if (failed) this.#errors += 1;
  }

  summarise(): CallSummary {
    const counts = { calls: this.#calls, errors: this.#errors };
    if (this.#calls === 0) return counts;
    const sorted = [...this.#durations].sort((left, right) => left - right);
    return {
      ...counts,
      p50: percentile(sorted, 50),
      p95: percentile(sorted, 95),
      p99: percentile(sorted, 99),
    };
  }
}

/** The smallest value that at least `percent` of all values do not exceed (nearest-rank method). */
function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}
