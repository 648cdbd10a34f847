import { ProblemError } from '../../interfaces/problems/problem-error.js';
import { toProblem } from '../../interfaces/problems/to-problem.js';
import type { JsonObject } from '../channel/json.js';
import type { OfferedServices, PluginIdentity } from '../channel/messages.js';
import {
  Cell,
  type Activation,
  type CallOptions,
  type CellInternals,
  type CellOptions,
  type CellStats,
} from './cell.js';
import type { CellExit } from './cell-exit.js';
import { MemoryCrashHistory, type CrashHistory } from './crash-history.js';
import { CRASH_WINDOW_MS, decideStart } from './crash-policy.js';
import type { CellLimits } from './limits.js';
import type { LogLine } from './log-line.js';

/** What a cell runs: the approved script and what it is activated with. */
export interface CellSource extends Activation {
  readonly plugin: PluginIdentity;
  readonly apiVersion: string;
  readonly script: string;
}

export type SupervisorEvent =
  | { readonly type: 'started'; readonly pid: number }
  | { readonly type: 'activated'; readonly services: OfferedServices; readonly startMs: number }
  | { readonly type: 'crashed'; readonly exit: CellExit }
  | {
      readonly type: 'finding';
      readonly code:
        'CELL_CPU_EXCEEDED' | 'CELL_OUT_OF_MEMORY' | 'CELL_PROTOCOL_VIOLATION' | 'CELL_UNRESPONSIVE';
      readonly detail: string;
    }
  | { readonly type: 'quarantined' }
  | { readonly type: 'stopped'; readonly exit: CellExit };

export interface SupervisorOptions {
  /** Names plugin and connection in the crash history. */
  readonly key: string;
  /** Read at each start of a cell. */
  readonly source: () => CellSource | Promise<CellSource>;
  readonly limits?: Partial<CellLimits>;
  /** Milliseconds without a call after which the cell is stopped. */
  readonly idleMs?: number;
  readonly crashes?: CrashHistory;
  readonly now?: () => number;
  /** In [0, 1). */
  readonly random?: () => number;
  readonly onEvent?: (event: SupervisorEvent) => void;
  readonly onLog?: (line: LogLine) => void;
}

const DEFAULT_IDLE_MS = 30_000;

/** Keeps one plugin of one connection answering: starts its cell on use, stops it when idle, and gives up on one that keeps crashing. */
export class CellSupervisor {
  readonly key: string;
  readonly #options: SupervisorOptions;
  readonly #internals: CellInternals;
  readonly #crashes: CrashHistory;
  readonly #now: () => number;
  readonly #random: () => number;
  #cell: Cell | undefined;
  #starting: Promise<Cell> | undefined;
  #openCalls = 0;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(options: SupervisorOptions, internals: CellInternals = {}) {
    this.key = options.key;
    this.#options = options;
    this.#internals = internals;
    this.#crashes = options.crashes ?? new MemoryCrashHistory();
    this.#now = options.now ?? Date.now;
    this.#random = options.random ?? Math.random;
  }

  /** The cell that runs now, if any. */
  get cell(): Cell | undefined {
    return this.#cell;
  }

  get stats(): CellStats | undefined {
    return this.#cell?.stats;
  }

  get quarantined(): boolean {
    return this.#decide().kind === 'quarantined';
  }

  /** Starts the cell if it does not run; all who ask meanwhile wait for the same start. */
  start(): Promise<OfferedServices> {
    return this.#running().then((cell) => cell.services);
  }

  async call(
    service: string,
    method: string,
    input: JsonObject,
    options: CallOptions = {},
  ): Promise<unknown> {
    const cell = await this.#running();
    const release = this.#use();
    try {
      return await cell.call(service, method, input, options);
    } finally {
      release();
    }
  }

  async *stream(
    service: string,
    method: string,
    input: JsonObject,
    options: CallOptions = {},
  ): AsyncGenerator<unknown, void, void> {
    const cell = await this.#running();
    const release = this.#use();
    try {
      yield* cell.stream(service, method, input, options);
    } finally {
      release();
    }
  }

  /** Stops the cell in an orderly way; the next call starts it again. */
  async stop(): Promise<void> {
    const cell = this.#cell ?? (await this.#starting?.catch(() => undefined));
    await cell?.deactivate();
  }

  /** Forgets the crashes, so that a quarantined plugin may start again. */
  release(): void {
    this.#crashes.clear(this.key);
  }

  #running(): Promise<Cell> {
    if (this.#cell !== undefined) return Promise.resolve(this.#cell);
    this.#starting ??= this.#start().finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  async #start(): Promise<Cell> {
    this.#expectAllowed();
    const began = performance.now();
    const { plugin, apiVersion, script, ...activation } = await this.#options.source();
    const cell = new Cell(this.#cellOptions(plugin, apiVersion), this.#internals);
    void cell.exited.then((exit) => this.#onExit(cell, exit));
    try {
      await cell.start();
      this.#emit({ type: 'started', pid: cell.pid ?? 0 });
      await cell.load(script);
      const services = await cell.activate(activation);
      this.#emit({ type: 'activated', services, startMs: performance.now() - began });
    } catch (error) {
      await cell.kill();
      throw error;
    }
    this.#cell = cell;
    this.#restartIdleTimer();
    return cell;
  }

  #cellOptions(plugin: PluginIdentity, apiVersion: string): CellOptions {
    const { limits, onLog } = this.#options;
    return {
      plugin,
      apiVersion,
      now: this.#now,
      ...(limits === undefined ? {} : { limits }),
      ...(onLog === undefined ? {} : { onLog }),
    };
  }

  #decide(): ReturnType<typeof decideStart> {
    const now = this.#now();
    return decideStart(this.#crashes.since(this.key, now - CRASH_WINDOW_MS), now, this.#random());
  }

  #expectAllowed(): void {
    const decision = this.#decide();
    if (decision.kind === 'quarantined') {
      throw new ProblemError(
        toProblem({ code: 'PLUGIN_QUARANTINED', message: `"${this.key}" crashed again and again` }),
      );
    }
    if (decision.kind === 'wait') {
      const retryAt = new Date(decision.until).toISOString();
      throw new ProblemError(
        toProblem({ code: 'CELL_BACKING_OFF', message: `"${this.key}" crashed a moment ago`, retryAt }),
      );
    }
  }

  #onExit(cell: Cell, exit: CellExit): void {
    if (this.#cell === cell) this.#cell = undefined;
    clearTimeout(this.#idleTimer);
    if (exit.reason === 'stopped') return this.#emit({ type: 'stopped', exit });
    this.#crashes.record(this.key, { at: this.#now(), reason: exit.reason });
    this.#emit({ type: 'crashed', exit });
    if (this.quarantined) this.#emit({ type: 'quarantined' });
  }

  #use(): () => void {
    this.#openCalls += 1;
    clearTimeout(this.#idleTimer);
    return () => {
      this.#openCalls -= 1;
      this.#restartIdleTimer();
    };
  }

  #restartIdleTimer(): void {
    clearTimeout(this.#idleTimer);
    if (this.#openCalls > 0 || this.#cell === undefined) return;
    this.#idleTimer = setTimeout(() => void this.stop(), this.#options.idleMs ?? DEFAULT_IDLE_MS).unref();
  }

  #emit(event: SupervisorEvent): void {
    this.#options.onEvent?.(event);
  }
}
