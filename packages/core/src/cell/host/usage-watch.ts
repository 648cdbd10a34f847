// Not those of the global scope: a test may have put a clock that stands still in their place.
import { clearTimeout, setTimeout } from 'node:timers';
import type { Belts } from './belts.js';
import { IdleCpu } from './idle-cpu.js';
import { readCpuMs, readRss } from './process-usage.js';

/** Milliseconds between two looks while a call is open, and while none is. */
const BUSY_TICK_MS = 50;
const IDLE_TICK_MS = 1_000;

export interface UsageWatchOptions {
  readonly pid: number;
  readonly rssLimitBytes: number;
  /** Over this time the processor's use without an open call is counted. */
  readonly idleCpuMs: number;
  readonly idleCpuShare: number;
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
  readonly #idleCpu: IdleCpu;
  #timer: NodeJS.Timeout | undefined;
  #tick = 0;
  #stopped = false;

  constructor(options: UsageWatchOptions) {
    this.#options = options;
    this.#idleCpu = new IdleCpu(options.idleCpuMs, options.idleCpuShare);
  }

  /** A call was opened or closed. Cheap when nothing changes. */
  pace(): void {
    const busy = this.#options.isBusy();
    this.#idleCpu.setBusy(busy, performance.now());
    const tick = busy ? BUSY_TICK_MS : IDLE_TICK_MS;
    // Going idle is noticed at the next look, so that short calls one after the other start no timers.
    if (this.#timer === undefined || tick < this.#tick) this.#schedule(tick);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #schedule(tick: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#tick = tick;
    this.#timer = setTimeout(() => this.#look(), tick);
    this.#timer.unref();
  }

  #look(): void {
    const { isBusy, onBusyTick } = this.#options;
    this.#schedule(isBusy() ? BUSY_TICK_MS : IDLE_TICK_MS);
    this.#lookAtMemory();
    this.#lookAtCpu();
    if (isBusy()) onBusyTick();
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
    const share = cpuMs === undefined ? undefined : this.#idleCpu.look(cpuMs, performance.now());
    if (share !== undefined) onTooMuchCpu(share);
  }
}
