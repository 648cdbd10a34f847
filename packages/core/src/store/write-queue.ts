import { isBusy } from './database-problem.js';
import type { HostDatabase } from './host-database.js';
import { untilFree } from './until-free.js';

/** Pauses between two tries while another host is writing, in milliseconds; each is twice as long as the one before. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 800;

/** How long the last writes of a host are tried, in milliseconds. */
const LAST_PATIENCE_MS = 5_000;

/** A write that nobody waits for. */
export interface QueuedWrite {
  /** While a write of this name waits, another is not needed: it writes all that there is by then. */
  readonly name: string;
  /** Done in one transaction. */
  readonly write: () => void;
  /** Called once it is written or lost. */
  readonly settle: () => void;
  /** What would be lost. */
  readonly describe: () => string;
}

/**
 * Writes that nobody waits for. Each is tried at once; while another host is writing they wait in the order in which they
 * came, and no call of a plugin waits with them.
 */
export class WriteQueue {
  readonly #database: HostDatabase;
  readonly #onLost: (reason: string) => void;
  readonly #lastPatienceMs: number;
  readonly #waiting = new Map<string, QueuedWrite>();
  #turn: NodeJS.Immediate | undefined;
  #retry: NodeJS.Timeout | undefined;
  #pauseMs = FIRST_PAUSE_MS;

  /**
   * @param onLost Told what could not be written, and why.
   * @param lastPatienceMs How long the last writes are tried when the queue is closed.
   */
  constructor(
    database: HostDatabase,
    onLost: (reason: string) => void,
    lastPatienceMs: number = LAST_PATIENCE_MS,
  ) {
    this.#database = database;
    this.#onLost = onLost;
    this.#lastPatienceMs = lastPatienceMs;
  }

  /** @param when `turn`: at the end of this turn of the event loop, for what comes in crowds. */
  add(queued: QueuedWrite, when: 'now' | 'turn' = 'now'): void {
    if (!this.#waiting.has(queued.name)) this.#waiting.set(queued.name, queued);
    if (this.#retry !== undefined) return;
    if (when === 'now') this.attempt();
    else this.#turn ??= setImmediate(() => this.attempt());
  }

  /** Writes what waits, if nobody else is writing; else it is tried again later. */
  attempt(): void {
    this.#stopTimers();
    try {
      this.#writeAll();
      this.#pauseMs = FIRST_PAUSE_MS;
    } catch (error) {
      if (!isBusy(error)) throw error;
      this.#retry = setTimeout(() => this.attempt(), this.#pauseMs);
      this.#pauseMs = Math.min(2 * this.#pauseMs, LONGEST_PAUSE_MS);
    }
  }

  /** Tells the user what was lost, and why. */
  tellLost(reason: string): void {
    this.#onLost(reason);
  }

  /** Writes what waits; what cannot be written in a while is told and lost. */
  async close(): Promise<void> {
    this.#stopTimers();
    try {
      await untilFree(() => this.#writeAll(), this.#lastPatienceMs);
    } catch (error) {
      for (const queued of this.#waiting.values()) this.#lose(queued, error);
    }
    this.#stopTimers();
  }

  /** @throws ProblemError where another host is writing; what fails otherwise is told and lost. */
  #writeAll(): void {
    for (const queued of this.#waiting.values()) {
      try {
        this.#database.transaction(queued.write);
        this.#settle(queued);
      } catch (error) {
        if (isBusy(error)) throw error;
        this.#lose(queued, error);
      }
    }
  }

  #lose(queued: QueuedWrite, error: unknown): void {
    const what = queued.describe();
    this.#settle(queued);
    this.#onLost(`${what} could not be written: ${String(error)}`);
  }

  #settle({ name, settle }: QueuedWrite): void {
    this.#waiting.delete(name);
    settle();
  }

  #stopTimers(): void {
    clearImmediate(this.#turn);
    clearTimeout(this.#retry);
    this.#turn = undefined;
    this.#retry = undefined;
  }
}
