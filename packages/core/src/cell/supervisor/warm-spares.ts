import { ALL_BELTS } from '../host/belts.js';
import { CellProcess } from '../host/cell-process.js';
import { DEFAULT_LIMITS } from '../host/limits.js';

/** Milliseconds that a spare waits before it is let go. */
const DEFAULT_IDLE_MS = 60_000;

export interface WarmSparesOptions {
  /** Only cells with this heap take the spare. */
  readonly heapMegabytes?: number;
  readonly idleMs?: number;
}

/** Keeps one process ready that has locked itself down and waits for a plugin, so that a cell starts at once. */
export class WarmSpares {
  readonly #heapMegabytes: number;
  readonly #idleMs: number;
  #spare: CellProcess | undefined;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(options: WarmSparesOptions = {}) {
    this.#heapMegabytes = options.heapMegabytes ?? DEFAULT_LIMITS.heapMegabytes;
    this.#idleMs = options.idleMs ?? DEFAULT_IDLE_MS;
  }

  /** The spare's process; undefined while there is none. */
  get pid(): number | undefined {
    return this.#spare?.pid;
  }

  /** Starts a spare if there is none. */
  warm(): void {
    if (this.#spare === undefined) this.#start();
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => this.stop(), this.#idleMs).unref();
  }

  /** Gives the spare away. Undefined: there is none that fits. */
  take(heapMegabytes: number): CellProcess | undefined {
    if (heapMegabytes !== this.#heapMegabytes) return undefined;
    const spare = this.#spare;
    this.#spare = undefined;
    return spare;
  }

  stop(): void {
    clearTimeout(this.#idleTimer);
    this.#spare?.kill();
    this.#spare = undefined;
  }

  #start(): void {
    const spare = new CellProcess({ belts: ALL_BELTS, heapMegabytes: this.#heapMegabytes });
    spare.hold(false);
    this.#spare = spare;
    void spare.ended.then(() => {
      if (this.#spare === spare) this.#spare = undefined;
    });
  }
}
