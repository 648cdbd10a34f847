import { ProblemError } from '../../interfaces/index.js';
import { canceled } from '../network-problem.js';
import type { BudgetPort, BudgetRequest } from '../ports.js';
import { PRIORITIES, type Priority } from './priority.js';
import type { RateRecords } from './rate-records.js';

/** How long a request waits for its turn before it is given up, in milliseconds. */
const PATIENCE_MS: Readonly<Record<Priority, number>> = {
  interactive: 20_000,
  sync: 300_000,
  background: 900_000,
};

/** What the budget needs of time; tests bring their own. */
export interface BudgetClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back after so many milliseconds; returns what takes that back. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}

export const SYSTEM_CLOCK: BudgetClock = {
  now: Date.now,
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

interface Waiting extends BudgetRequest {
  readonly since: number;
  readonly enter: () => void;
  readonly fail: (error: unknown) => void;
}

/** One line of waiting requests for each key. */
interface Line {
  readonly waiting: Set<Waiting>;
  isServing: boolean;
  cancelTimer: () => void;
}

/**
 * Lets requests in as often as an institution allows, over all hosts: whoever is at the terminal first, then syncs, then
 * the rest, each in the order of asking.
 */
export class RateBudget implements BudgetPort {
  readonly #records: RateRecords;
  readonly #clock: BudgetClock;
  readonly #lines = new Map<string, Line>();

  constructor(records: RateRecords, clock: BudgetClock = SYSTEM_CLOCK) {
    this.#records = records;
    this.#clock = clock;
  }

  async enter(request: BudgetRequest): Promise<void> {
    const { key, signal } = request;
    if (signal.aborted) throw canceled();
    if (!this.#lines.has(key) && this.#records.takeAtOnce(key, request.perMinute, this.#clock.now())) return;
    const line = this.#lineOf(key);
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const enter = (): void => resolve(undefined);
    const waiting: Waiting = { ...request, since: this.#clock.now(), enter, fail: reject };
    const onAbort = (): void => reject(canceled());
    signal.addEventListener('abort', onAbort, { once: true });
    line.waiting.add(waiting);
    void this.#serve(key, line);
    try {
      await promise;
    } finally {
      signal.removeEventListener('abort', onAbort);
      line.waiting.delete(waiting);
      this.#forget(key, line);
    }
  }

  async pause(key: string, until: number): Promise<void> {
    await this.#records.pause(key, until);
  }

  #lineOf(key: string): Line {
    const line = this.#lines.get(key) ?? {
      waiting: new Set(),
      isServing: false,
      cancelTimer: () => undefined,
    };
    this.#lines.set(key, line);
    return line;
  }

  #forget(key: string, line: Line): void {
    if (line.waiting.size > 0 || line.isServing) return;
    line.cancelTimer();
    if (this.#lines.get(key) === line) this.#lines.delete(key);
  }

  /** Lets in who may go in; one at work for each line. */
  async #serve(key: string, line: Line): Promise<void> {
    if (line.isServing) return;
    line.isServing = true;
    line.cancelTimer();
    try {
      for (let nextAt = 0; nextAt === 0 && line.waiting.size > 0;) nextAt = await this.#serveOnce(key, line);
    } catch (error) {
      for (const waiting of line.waiting) waiting.fail(error);
    } finally {
      line.isServing = false;
      this.#forget(key, line);
    }
  }

  /** @returns when to try again; 0: at once, for those that came meanwhile */
  async #serveOnce(key: string, line: Line): Promise<number> {
    const asking = inOrder(line.waiting);
    const perMinute = Math.min(...asking.map(({ perMinute: own }) => own ?? Infinity));
    const limit = Number.isFinite(perMinute) ? perMinute : undefined;
    const { granted, nextAt } = await this.#records.take(key, asking.length, limit, this.#clock.now());
    // Somebody may have gone or come while the grant was written.
    for (const waiting of inOrder(line.waiting).slice(0, granted)) {
      line.waiting.delete(waiting);
      waiting.enter();
    }
    if (granted === asking.length) return 0;
    this.#giveUp(line, nextAt);
    if (line.waiting.size === 0) return nextAt;
    for (const waiting of line.waiting) waiting.onWaiting?.(nextAt);
    const delay = Math.max(1, nextAt - this.#clock.now());
    line.cancelTimer = this.#clock.after(delay, () => void this.#serve(key, line));
    return nextAt;
  }

  /** Those whose turn would come too late are told so now. */
  #giveUp(line: Line, nextAt: number): void {
    for (const waiting of line.waiting) {
      if (nextAt <= waiting.since + PATIENCE_MS[waiting.priority]) continue;
      line.waiting.delete(waiting);
      waiting.fail(rateLimited(nextAt));
    }
  }
}

function inOrder(waiting: ReadonlySet<Waiting>): Waiting[] {
  return [...waiting].toSorted(
    (one, other) => PRIORITIES.indexOf(one.priority) - PRIORITIES.indexOf(other.priority),
  );
}

function rateLimited(nextAt: number): ProblemError {
  return new ProblemError({
    code: 'RATE_LIMITED',
    message: 'The institution takes no more requests for now.',
    retryAt: new Date(nextAt).toISOString(),
  });
}
