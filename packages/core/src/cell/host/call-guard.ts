import type { ProblemCode } from '../../interfaces/problems/problem-code.js';
import { Deadline } from './deadline.js';
import { BEAT_MS, type Heartbeat } from './heartbeat.js';

export interface CallGuardOptions {
  /** For the answer, or for each step that a reader of a stream waits for. Infinity: no deadline. */
  readonly milliseconds: number;
  /** For a stream as a whole, its reader's own time included. */
  readonly totalMs: number;
  readonly unresponsiveMs: number;
  /** A step may take any time as long as the cell listens. */
  readonly openEnded: boolean;
  readonly signal: AbortSignal | undefined;
  readonly heartbeat: Heartbeat;
  readonly giveUp: (code: ProblemCode, reason: string) => void;
}

/** A cell that waits for the processor on a busy machine is silent for so long without fault. */
const SHORTEST_SILENCE_MS = 250;

/** Ends one call when its caller gives it up or its time is over, and has the whole cell stopped if that hangs. */
export class CallGuard {
  readonly #options: CallGuardOptions;
  readonly #deadline: Deadline | undefined;
  readonly #total: Deadline | undefined;
  readonly #onAbort = (): void => this.#options.giveUp('CALL_CANCELED', 'the caller canceled it');

  constructor(options: CallGuardOptions) {
    const { milliseconds, totalMs, heartbeat, signal } = options;
    this.#options = options;
    if (Number.isFinite(milliseconds)) {
      this.#deadline = new Deadline({
        milliseconds,
        // With a longer one the heartbeat asks in time by itself.
        ...(milliseconds < 2 * BEAT_MS ? { onHalf: () => heartbeat.ask() } : {}),
        onPassed: () => this.#expire(milliseconds),
      });
    }
    if (Number.isFinite(totalMs)) {
      this.#total = new Deadline({ milliseconds: totalMs, onPassed: () => this.#expire(totalMs) }).start();
    }
    if (signal?.aborted) this.#onAbort();
    else signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** The time runs only while somebody waits for the cell. */
  waits(waiting: boolean): void {
    if (waiting) this.#deadline?.start();
    else this.#deadline?.stop();
  }

  release(): void {
    this.#deadline?.stop();
    this.#total?.stop();
    this.#options.signal?.removeEventListener('abort', this.#onAbort);
  }

  /** A cell that listens loses the call; one that has been deaf for long enough, or stays so, is stopped. */
  #expire(milliseconds: number): void {
    const { unresponsiveMs, openEnded, heartbeat, giveUp } = this.#options;
    // The cell was asked at half time; a tenth is for the coarseness of timers.
    const askedMs = Math.max(SHORTEST_SILENCE_MS, (milliseconds / 2) * 0.9);
    heartbeat.suspect(Math.min(unresponsiveMs, askedMs));
    if (openEnded) return void this.#deadline?.start();
    giveUp('CALL_TIMEOUT', `no answer within ${milliseconds} ms`);
  }
}
