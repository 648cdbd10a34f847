import { randomBytes } from 'node:crypto';
import { ProblemError } from '../../interfaces/problems/problem-error.js';
import { toProblem } from '../../interfaces/problems/to-problem.js';
import type { JsonObject } from '../channel/json.js';
import { PROTOCOL_VERSION, type OfferedServices, type PluginIdentity } from '../channel/messages.js';
import { CallGuard } from './call-guard.js';
import { exitProblem, type CellExit } from './cell-exit.js';
import type {
  Activation,
  CallOptions,
  CellInternals,
  CellOptions,
  CellState,
  CellStats,
} from './cell-options.js';
import { CellRuntime } from './cell-runtime.js';
import { readCpuMs, readRss } from './process-usage.js';

/** One life of one process that runs one plugin. Whatever fails here fails with a ProblemError. */
export class Cell {
  readonly plugin: PluginIdentity;
  /** All randomness of the plugin comes from it. */
  readonly seed: string;
  readonly exited: Promise<CellExit>;
  readonly #apiVersion: string;
  readonly #now: () => number;
  readonly #isProfiled: boolean;
  readonly #runtime: CellRuntime;
  /** How far the cell has come, as long as nothing ends it. */
  #progress: Exclude<CellState, 'ended'> = 'new';
  #services: OfferedServices = {};
  #calls = 0;
  /** By the clock of `performance.now()`. */
  #spawnedAt: number | undefined;
  #deactivation: Promise<CellExit> | undefined;

  constructor(options: CellOptions, internals: CellInternals = {}) {
    this.plugin = options.plugin;
    this.seed = options.seed ?? randomBytes(32).toString('hex');
    this.#apiVersion = options.apiVersion;
    this.#now = options.now ?? Date.now;
    this.#isProfiled = options.profile !== undefined;
    this.#runtime = new CellRuntime(options, internals);
    this.exited = this.#runtime.ended;
  }

  get state(): CellState {
    if (this.#runtime.isOver) return 'ended';
    return this.#runtime.verdict === undefined ? this.#progress : 'stopping';
  }

  /** Undefined until the process was started. */
  get pid(): number | undefined {
    return this.#runtime.pid;
  }

  /** What the active plugin offers: method names by service. */
  get services(): OfferedServices {
    return this.#services;
  }

  get stats(): CellStats {
    const rssBytes = this.pid === undefined ? undefined : readRss(this.pid);
    const cpuMs = this.pid === undefined ? undefined : readCpuMs(this.pid);
    return {
      calls: this.#calls,
      openCalls: this.#runtime.session.calls.size,
      ageMs: this.#spawnedAt === undefined ? 0 : performance.now() - this.#spawnedAt,
      ...(rssBytes === undefined ? {} : { rssBytes }),
      ...(cpuMs === undefined ? {} : { cpuMs }),
    };
  }

  /** Starts the process and waits until it has locked itself down. */
  async start(): Promise<void> {
    const { session, limits } = this.#runtime;
    this.#advance('new', 'starting');
    this.#spawnedAt = performance.now();
    this.#runtime.spawn();
    await this.#runtime.finished(session.steps.ready, limits.startMs);
    this.#advance('starting', 'ready');
  }

  /** Hands over the plugin's script: it runs, and its definition is checked. */
  async load(script: string): Promise<void> {
    const { session, limits } = this.#runtime;
    this.#advance('ready', 'loading');
    const now = this.#now();
    const { plugin, seed } = this;
    const apiVersion = this.#apiVersion;
    session.say({ type: 'hello', protocol: PROTOCOL_VERSION, plugin, apiVersion, seed, now });
    session.steps.load.begin();
    session.say({ type: 'load', script, now });
    await this.#runtime.finished(session.steps.load, limits.loadMs);
    this.#advance('loading', 'loaded');
  }

  async activate({ settings, connection }: Activation): Promise<OfferedServices> {
    const { session, limits, ports } = this.#runtime;
    const { activate } = session.steps;
    this.#advance('loaded', 'activating');
    const login =
      connection === undefined ? {} : { connection: { id: connection.id, name: connection.name } };
    activate.begin();
    const rights = {
      ...(ports.network === undefined ? {} : { network: true as const }),
      ...(ports.storage === undefined ? {} : { storage: true as const }),
    };
    session.say({ type: 'activate', settings, ...login, ...rights, now: this.#now() });
    this.#services = await this.#runtime.finished(activate, limits.activateMs);
    this.#advance('activating', 'active');
    return this.#services;
  }

  /** Calls a method that gives one answer. */
  async call(
    service: string,
    method: string,
    input: JsonObject,
    options: CallOptions = {},
  ): Promise<unknown> {
    this.#expectActive();
    const { calls } = this.#runtime.session;
    const { id, call } = calls.call({ service, method, input, content: options.content });
    const guard = this.#guard(id, `${service}.${method}`, options, Infinity);
    guard.waits(true);
    try {
      return await call.answer;
    } finally {
      guard.release();
    }
  }

  /** Calls a method that answers with a stream. Whoever stops reading early cancels the call. */
  stream(
    service: string,
    method: string,
    input: JsonObject,
    options: CallOptions = {},
  ): AsyncIterableIterator<unknown, undefined> {
    this.#expectActive();
    const { session, limits } = this.#runtime;
    const { id, call } = session.calls.stream({ service, method, input, content: options.content });
    const totalMs = options.openEnded === true ? Infinity : limits.streamMs;
    const guard = this.#guard(id, `${service}.${method}`, options, totalMs);
    call.onWaiting = (waiting) => guard.waits(waiting);
    call.onOver = () => guard.release();
    return call;
  }

  /** Lets the plugin close what it opened, under a deadline, then ends the process. */
  deactivate(): Promise<CellExit> {
    this.#deactivation ??= this.#deactivate();
    return this.#deactivation;
  }

  /** Ends the process at once. */
  kill(): Promise<CellExit> {
    this.#runtime.end('stopped', 'it was stopped');
    return this.exited;
  }

  async #deactivate(): Promise<CellExit> {
    if (this.state !== 'active') return this.kill();
    const { session, limits } = this.#runtime;
    const { deactivate } = session.steps;
    this.#progress = 'stopping';
    deactivate.begin();
    session.say({ type: 'deactivate', now: this.#now() });
    // A plugin that fails here is stopped all the same.
    await this.#runtime.finished(deactivate, limits.deactivateMs).catch(() => undefined);
    if (!this.#isProfiled) return this.kill();
    this.#runtime.leave();
    return this.exited;
  }

  #guard(id: number, label: string, options: CallOptions, totalMs: number): CallGuard {
    const { belts, limits, heartbeat, session } = this.#runtime;
    this.#calls += 1;
    return new CallGuard({
      milliseconds: belts.deadlines ? (options.deadlineMs ?? limits.callMs) : Infinity,
      totalMs: belts.deadlines ? totalMs : Infinity,
      unresponsiveMs: limits.unresponsiveMs,
      openEnded: options.openEnded === true,
      signal: options.signal,
      heartbeat,
      giveUp: (code, reason) => {
        const message = `plugin "${this.plugin.id}", ${label}: ${reason}`;
        session.calls.abandon(id, new ProblemError(toProblem({ code, message })));
      },
    });
  }

  #expectActive(): void {
    this.#expectAlive();
    if (this.#progress !== 'active') throw new Error(`a cell that is ${this.#progress} takes no calls`);
  }

  #advance(from: CellState, to: Exclude<CellState, 'ended'>): void {
    this.#expectAlive();
    if (this.#progress !== from) throw new Error(`a cell that is ${this.#progress} does not become ${to}`);
    this.#progress = to;
  }

  #expectAlive(): void {
    const { verdict } = this.#runtime;
    if (verdict !== undefined) throw exitProblem(this.plugin.id, verdict);
  }
}
