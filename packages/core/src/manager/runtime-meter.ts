import type { CellStats } from '../cell/index.js';
import { CallMetrics, type Measurements } from '../health/index.js';

/** Milliseconds between two looks at what a cell uses: one costs as much as a short call. */
const LOOK_MS = 1_000;

/** What was measured of one runtime. */
export class RuntimeMeter {
  readonly #look: () => CellStats | undefined;
  readonly #calls = new CallMetrics();
  #restarts = -1;
  #lastStats: CellStats | undefined;
  #lookedAt = -Infinity;

  /** @param look What the cell uses now; undefined where none runs. */
  constructor(look: () => CellStats | undefined) {
    this.#look = look;
  }

  get wasUsed(): boolean {
    return this.#calls.summarise().calls > 0;
  }

  /** Counts a start of the cell; every one but the first is a restart. */
  countStart(): void {
    this.#restarts += 1;
  }

  /** @param began By the clock of `performance.now()`. */
  countCall(began: number, failed: boolean): void {
    const ended = performance.now();
    this.#calls.record(ended - began, failed);
    if (ended - this.#lookedAt < LOOK_MS) return;
    this.#lookedAt = ended;
    this.keepStats();
  }

  /** Keeps what the cell uses for the time when it is gone. */
  keepStats(): void {
    this.#lastStats = this.#look() ?? this.#lastStats;
  }

  measure(): Measurements {
    const { calls, errors, p50, p95, p99 } = this.#calls.summarise();
    const { rssBytes, cpuMs, ageMs = 0 } = this.#look() ?? this.#lastStats ?? {};
    return {
      request_count: calls,
      error_count: errors,
      error_rate: calls === 0 ? 0 : (errors / calls) * 100,
      restart_count: Math.max(0, this.#restarts),
      ...(p50 === undefined ? {} : { response_time: p50, response_time_p50: p50 }),
      ...(p95 === undefined ? {} : { response_time_p95: p95 }),
      ...(p99 === undefined ? {} : { response_time_p99: p99 }),
      ...(rssBytes === undefined ? {} : { memory_usage: rssBytes / 1024 / 1024 }),
      ...(cpuMs === undefined ? {} : { cpu_time: cpuMs }),
      ...(cpuMs === undefined || ageMs === 0 ? {} : { cpu_usage: (cpuMs / ageMs) * 100 }),
    };
  }
}
