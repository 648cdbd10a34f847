import { ProblemError } from '../../interfaces/problems/problem-error.js';
import { toProblem } from '../../interfaces/problems/to-problem.js';
import type { CellExit } from '../host/cell-exit.js';
import type { CrashHistory } from './crash-history.js';
import { CRASH_WINDOW_MS, decideStart, type StartDecision } from './crash-policy.js';

/** What tells of crashes, and of time and chance. */
export interface CrashGateOptions {
  readonly crashes: CrashHistory;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
}

/** Lets a plugin start, or not, after the crashes that it had. */
export class CrashGate {
  readonly #key: string;
  readonly #options: CrashGateOptions;

  /** @param key Names the plugin in the history of crashes. */
  constructor(key: string, options: CrashGateOptions) {
    this.#key = key;
    this.#options = options;
  }

  get isQuarantined(): boolean {
    return this.#decide().kind === 'quarantined';
  }

  /** @throws ProblemError PLUGIN_QUARANTINED, CELL_BACKING_OFF */
  expectOpen(): void {
    const decision = this.#decide();
    if (decision.kind === 'start') return;
    const draft =
      decision.kind === 'quarantined'
        ? ({ code: 'PLUGIN_QUARANTINED', message: `"${this.#key}" crashed again and again` } as const)
        : ({
            code: 'CELL_BACKING_OFF',
            message: `"${this.#key}" crashed a moment ago`,
            retryAt: new Date(decision.until).toISOString(),
          } as const);
    throw new ProblemError(toProblem(draft));
  }

  record({ reason }: CellExit): void {
    this.#options.crashes.record(this.#key, { at: this.#options.now(), reason });
  }

  /** Forgets the crashes. */
  forget(): void {
    this.#options.crashes.clear(this.#key);
  }

  #decide(): StartDecision {
    const { crashes, now, random } = this.#options;
    const at = now();
    return decideStart(crashes.since(this.#key, at - CRASH_WINDOW_MS), at, random());
  }
}
