import { hash } from 'node:crypto';
import { toProblem } from '../../interfaces/problems/to-problem.js';
import type { JsonObject } from '../channel/json.js';
import type { OfferedServices } from '../channel/messages.js';
import type { EvidenceBundle } from '../evidence/evidence-bundle.js';
import { EvidenceRecorder } from '../evidence/evidence-recorder.js';
import { Cell } from '../host/cell.js';
import { exitProblem, type CellExit } from '../host/cell-exit.js';
import type { CallOptions, CellInternals, CellStats } from '../host/cell-options.js';
import { CrashGate } from './crash-gate.js';
import { MemoryCrashHistory } from './crash-history.js';
import { countsAsCrash } from './crash-policy.js';
import { DEFAULT_LIMITS, type CellLimits } from '../host/limits.js';
import type { CellSource, SupervisorEvent, SupervisorOptions } from './supervisor-options.js';
import { Tenure } from './tenure.js';

/** Milliseconds without a call after which a cell is stopped. */
const DEFAULT_IDLE_MS = 30_000;

/**
 * Keeps one plugin of one connection answering: starts its cell on use, stops it when idle, replaces it on request,
 * and gives up on one that keeps crashing.
 */
export class CellSupervisor {
  readonly #options: SupervisorOptions;
  readonly #internals: CellInternals;
  readonly #limits: CellLimits;
  readonly #gate: CrashGate;
  readonly #now: () => number;
  #current: Tenure | undefined;
  #starting: Promise<Tenure> | undefined;
  #idleTimer: NodeJS.Timeout | undefined;
  #lastEvidence: EvidenceBundle | undefined;

  constructor(options: SupervisorOptions, internals: CellInternals = {}) {
    this.#options = options;
    this.#internals = internals;
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#now = options.now ?? Date.now;
    this.#gate = new CrashGate(options.key, {
      crashes: options.crashes ?? new MemoryCrashHistory(),
      now: this.#now,
      random: options.random ?? Math.random,
    });
  }

  /** The process that serves now, if any. */
  get pid(): number | undefined {
    return this.#current?.cell.pid;
  }

  /** Of the cell that serves now, if any. */
  get stats(): CellStats | undefined {
    return this.#current?.cell.stats;
  }

  get quarantined(): boolean {
    return this.#gate.isQuarantined;
  }

  /** What the cell that serves now did, else the one before it. */
  get evidence(): EvidenceBundle | undefined {
    return this.#current?.recorder.bundle(new Date(this.#now())) ?? this.#lastEvidence;
  }

  /** Starts the cell if none runs; all who ask meanwhile wait for the same start. */
  async start(): Promise<OfferedServices> {
    const { cell } = await this.#serving().catch((error: unknown) => this.#fail(error));
    return cell.services;
  }

  async call(
    service: string,
    method: string,
    input: JsonObject,
    options: CallOptions = {},
  ): Promise<unknown> {
    const tenure = await this.#serving().catch((error: unknown) => this.#fail(error));
    const release = tenure.use();
    try {
      return await tenure.cell.call(service, method, input, options);
    } catch (error) {
      return this.#fail(error);
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
    const tenure = await this.#serving().catch((error: unknown) => this.#fail(error));
    const release = tenure.use();
    try {
      yield* tenure.cell.stream(service, method, input, options);
    } catch (error) {
      this.#fail(error);
    } finally {
      release();
    }
  }

  /** Starts a new cell from the source as it is now and lets it take over; when that fails, the old one goes on serving. */
  async replace(): Promise<OfferedServices> {
    await this.#starting?.catch(() => undefined);
    const next = await this.#begin();
    return next.cell.services;
  }

  /** Stops the cell in an orderly way; the next call starts another. */
  async stop(): Promise<void> {
    await this.#starting?.catch(() => undefined);
    const tenure = this.#current;
    this.#current = undefined;
    clearTimeout(this.#idleTimer);
    await tenure?.cell.deactivate();
  }

  /** Forgets the crashes, so that a quarantined plugin may start again. */
  release(): void {
    this.#gate.forget();
  }

  #fail(error: unknown): never {
    throw this.#options.explain === undefined ? error : this.#options.explain(error);
  }

  #serving(): Promise<Tenure> {
    if (this.#current?.cell.state === 'active') return Promise.resolve(this.#current);
    return this.#starting ?? this.#begin();
  }

  #begin(): Promise<Tenure> {
    const starting = this.#launch();
    this.#starting = starting;
    const over = (): void => {
      if (this.#starting === starting) this.#starting = undefined;
    };
    starting.then(over, over);
    return starting;
  }

  /** Starts a cell and puts it in the place of the one that serves. */
  async #launch(): Promise<Tenure> {
    // Callers learn of a crash at once, but it counts only when the process is gone.
    if (this.#current?.cell.state !== 'active') await this.#current?.cell.exited;
    this.#gate.expectOpen();
    const tenure = await this.#startCell(await this.#options.source());
    const former = this.#current;
    this.#current = tenure;
    if (former?.unused) void former.cell.deactivate();
    this.#restartIdleTimer();
    this.#options.spares?.warm();
    return tenure;
  }

  async #startCell(source: CellSource): Promise<Tenure> {
    const began = performance.now();
    const tenure = this.#makeTenure(source);
    const { cell } = tenure;
    try {
      await cell.start();
      this.#emit({ type: 'started', pid: cell.pid ?? 0 });
      await cell.load(source.script);
      const services = await cell.activate(source);
      this.#emit({ type: 'activated', services, startMs: performance.now() - began });
      return tenure;
    } catch (error) {
      await cell.kill();
      throw error;
    }
  }

  #makeTenure({ plugin, apiVersion, script, network, storage }: CellSource): Tenure {
    const { onLog, profile, spares } = this.#options;
    const digest = { sha256: hash('sha256', script), size: Buffer.byteLength(script) };
    const recorder = new EvidenceRecorder({ plugin, apiVersion, script: digest, limits: this.#limits });
    const spare = profile === undefined ? spares?.take(this.#limits.heapMegabytes) : undefined;
    const cell = new Cell(
      {
        plugin,
        apiVersion,
        now: this.#now,
        limits: this.#limits,
        tap: recorder,
        ...(onLog === undefined ? {} : { onLog }),
        ...(network === undefined ? {} : { network }),
        ...(storage === undefined ? {} : { storage }),
        ...(profile === undefined ? {} : { profile: profile() }),
        ...(spare === undefined ? {} : { spare }),
      },
      this.#internals,
    );
    const tenure = new Tenure(cell, recorder, () => this.#onUnused(tenure));
    // Whoever keeps the history may fail, with a full disk for one; the host goes on.
    cell.exited
      .then((exit) => this.#onExit(tenure, exit))
      .catch((error: unknown) => process.emitWarning(String(error)));
    return tenure;
  }

  #onExit(tenure: Tenure, exit: CellExit): void {
    const evidence = tenure.recorder.bundle(new Date(this.#now()), exit);
    this.#lastEvidence = evidence;
    if (this.#current === tenure) {
      this.#current = undefined;
      clearTimeout(this.#idleTimer);
    }
    if (exit.reason === 'stopped') return this.#emit({ type: 'stopped', exit });
    if (exit.reason !== 'crashed') {
      this.#emit({ type: 'finding', problem: toProblem(exitProblem(tenure.cell.plugin.id, exit)) });
    }
    if (!countsAsCrash(exit)) return this.#emit({ type: 'stopped', exit });
    this.#gate.record(exit);
    this.#emit({ type: 'crashed', exit, evidence });
    if (this.quarantined) this.#emit({ type: 'quarantined', evidence });
  }

  #onUnused(tenure: Tenure): void {
    if (tenure === this.#current) this.#restartIdleTimer();
    else void tenure.cell.deactivate();
  }

  #restartIdleTimer(): void {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => this.#stopIfIdle(), this.#options.idleMs ?? DEFAULT_IDLE_MS).unref();
  }

  #stopIfIdle(): void {
    if (this.#current?.unused) void this.stop();
  }

  #emit(event: SupervisorEvent): void {
    try {
      this.#options.onEvent?.(event);
    } catch (error) {
      process.emitWarning(String(error));
    }
  }
}
