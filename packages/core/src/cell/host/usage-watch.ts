import timers from 'node:timers';
import type { Belts } from './belts.js';
import { IdleCpu } from './idle-cpu.js';
import { readCpuMs, readRss } from './process-usage.js';

/** Milliseconds between two looks at a cell that works, and at one that rests. */
const BUSY_TICK_MS = 50;
const IDLE_TICK_MS = 1_000;

/** A cell rests when no call is open and it has not computed for so many looks: its timers may have it work between calls. */
const CALM_LOOKS = 4;

export interface UsageWatchOptions {
  readonly pid: number;
  /**
   * Default: those of the runtime, and not of the global scope, where the test of a plugin may have put a clock that stands
   * still.
   */
  readonly timers?: Pick<typeof timers, 'setTimeout' | 'clearTimeout'>;
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
  readonly #timers: Pick<typeof timers, 'setTimeout' | 'clearTimeout'>;
  readonly #idleCpu: IdleCpu;
  #timer: NodeJS.Timeout | undefined;
  #tick = 0;
  #cpuMs: number | undefined;
  #calmLooks = 0;
  #stopped = false;

  constructor(options: UsageWatchOptions) {
    this.#options = options;
    this.#timers = options.timers ?? timers;
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

  /** The cell was sent something, which is all that can set it to work. Cheap when it works already. */
  wake(): void {
    this.#calmLooks = 0;
    if (this.#timer !== undefined && this.#tick > BUSY_TICK_MS) this.#schedule(BUSY_TICK_MS);
  }

  stop(): void {
    this.#stopped = true;
    this.#timers.clearTimeout(this.#timer);
  }

  #schedule(tick: number): void {
    this.#timers.clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#tick = tick;
    this.#timer = this.#timers.setTimeout(() => this.#look(), tick);
    this.#timer.unref();
  }

  #look(): void {
    const { isBusy, onBusyTick } = this.#options;
    this.#lookAtMemory();
    this.#lookAtCpu();
    if (isBusy()) onBusyTick();
    this.#schedule(isBusy() || this.#calmLooks < CALM_LOOKS ? BUSY_TICK_MS : IDLE_TICK_MS);
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
    const cpuMs = readCpuMs(pid);
    this.#calmLooks = cpuMs === this.#cpuMs ? this.#calmLooks + 1 : 0;
    this.#cpuMs = cpuMs;
    if (cpuMs === undefined || !belts.cpuWatch) return;
    const share = this.#idleCpu.look(cpuMs, performance.now());
    if (share !== undefined) onTooMuchCpu(share);
  }
}
