import type { Belts } from './belts.js';
import { readCpuMs, readRss } from './process-usage.js';

/** Milliseconds between two looks while a call is open, and while none is. */
const BUSY_TICK_MS = 50;
const IDLE_TICK_MS = 1_000;

/** A cell without an open call may use this share of a core over this time. */
const IDLE_CPU_SHARE = 0.25;
const IDLE_CPU_WINDOW_MS = 10_000;

export interface UsageWatchOptions {
  readonly pid: number;
  readonly rssLimitBytes: number;
  readonly belts: Pick<Belts, 'rssWatch' | 'cpuWatch'>;
  readonly isBusy: () => boolean;
  readonly onTooMuchMemory: (bytes: number) => void;
  readonly onTooMuchCpu: (share: number) => void;
  readonly onUsage: (rssBytes: number) => void;
  /** Called at each look while a call is open. */
  readonly onBusyTick: () => void;
}

/** Looks at the memory and the computing of a cell from outside. */
export class UsageWatch {
  readonly #options: UsageWatchOptions;
  #timer: NodeJS.Timeout | undefined;
  #tick = 0;
  #idleSince: { at: number; cpuMs: number } | undefined;

  constructor(options: UsageWatchOptions) {
    this.#options = options;
  }

  /** Adjusts the pace to whether a call is open. Cheap when nothing changes. */
  pace(): void {
    const tick = this.#options.isBusy() ? BUSY_TICK_MS : IDLE_TICK_MS;
    // Going idle is noticed at the next look, so that short calls one after the other start no timers.
    if (this.#timer !== undefined && tick >= this.#tick) return;
    this.#schedule(tick);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #schedule(tick: number): void {
    clearTimeout(this.#timer);
    this.#tick = tick;
    this.#timer = setTimeout(() => this.#look(), tick);
    this.#timer.unref();
  }

  #look(): void {
    const { isBusy, onBusyTick } = this.#options;
    this.#schedule(isBusy() ? BUSY_TICK_MS : IDLE_TICK_MS);
    this.#lookAtMemory();
    if (isBusy()) {
      this.#idleSince = undefined;
      onBusyTick();
    } else {
      this.#lookAtCpu();
    }
  }

  #lookAtMemory(): void {
    const { belts, pid, rssLimitBytes, onUsage, onTooMuchMemory } = this.#options;
    const bytes = readRss(pid);
    if (bytes === undefined) return;
    onUsage(bytes);
    if (belts.rssWatch && bytes > rssLimitBytes) onTooMuchMemory(bytes);
  }

  #lookAtCpu(): void {
    const { belts, pid, onTooMuchCpu } = this.#options;
    const cpuMs = belts.cpuWatch ? readCpuMs(pid) : undefined;
    if (cpuMs === undefined) return;
    const at = performance.now();
    this.#idleSince ??= { at, cpuMs };
    const window = at - this.#idleSince.at;
    if (window < IDLE_CPU_WINDOW_MS) return;
    const share = (cpuMs - this.#idleSince.cpuMs) / window;
    this.#idleSince = { at, cpuMs };
    if (share > IDLE_CPU_SHARE) onTooMuchCpu(share);
  }
}
