import { randomBytes } from 'node:crypto';
import { ProblemError } from '../../interfaces/problems/problem-error.js';
import { toProblem } from '../../interfaces/problems/to-problem.js';
import type { JsonObject } from '../channel/json.js';
import { PROTOCOL_VERSION, type OfferedServices, type PluginIdentity } from '../channel/messages.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import { ALL_BELTS, type Belts } from './belts.js';
import { CallGuard } from './call-guard.js';
import { exitProblem, judgeEnd, type CellExit, type CellVerdict } from './cell-exit.js';
import { CellProcess } from './cell-process.js';
import { Deadline } from './deadline.js';
import { Heartbeat } from './heartbeat.js';
import { DEFAULT_LIMITS, type CellLimits } from './limits.js';
import type { LogLine } from './log-line.js';
import { readCpuMs, readRss } from './process-usage.js';
import { Session } from './session.js';
import type { Step } from './step.js';
import { RealTimers, type PluginTimers } from './timers.js';
import { UsageWatch } from './usage-watch.js';

export interface CellOptions {
  readonly plugin: PluginIdentity;
  readonly apiVersion: string;
  /** Milliseconds since 1970; what the plugin takes for the present. Default: the system's clock. */
  readonly now?: () => number;
  /** 32 bytes in hexadecimal from which all randomness of the plugin comes. Default: random. */
  readonly seed?: string;
  readonly limits?: Partial<CellLimits>;
  readonly onLog?: (line: LogLine) => void;
}

/** What tests and replays may change, and no configuration. */
export interface CellInternals {
  readonly belts?: Partial<Belts>;
  /** Program that is run in place of the guest. */
  readonly guestPath?: string;
  readonly timers?: PluginTimers;
}

export interface Activation {
  /** Checked against the plugin's schema, defaults filled in. */
  readonly settings: JsonObject;
  /** Absent while a file is read without a connection. */
  readonly connection?: { readonly id: string; readonly name: string };
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds for the answer; for a stream, for each step that the consumer waits for. */
  readonly deadlineMs?: number;
  /** The bytes that the method reads as `content`. */
  readonly content?: AsyncIterable<Uint8Array>;
}

export type CellState =
  'new' | 'starting' | 'ready' | 'loading' | 'loaded' | 'activating' | 'active' | 'stopping' | 'ended';

export interface CellStats {
  /** Calls since the start. */
  readonly calls: number;
  readonly openCalls: number;
  /** Absent where the system does not tell. */
  readonly rssBytes?: number;
  readonly cpuMs?: number;
}

/** One life of one process that runs one plugin. Whatever fails here fails with a ProblemError. */
export class Cell {
  readonly plugin: PluginIdentity;
  readonly seed: string;
  readonly exited: Promise<CellExit>;
  readonly #options: CellOptions;
  readonly #internals: CellInternals;
  readonly #belts: Belts;
  readonly #limits: CellLimits;
  readonly #now: () => number;
  readonly #session: Session;
  readonly #heartbeat: Heartbeat;
  readonly #exit = Promise.withResolvers<CellExit>();
  #process: CellProcess | undefined;
  #watch: UsageWatch | undefined;
  #state: CellState = 'new';
  #services: OfferedServices = {};
  #calls = 0;
  /** Steps of the cell's life that are on their way. */
  #steps = 0;
  #verdict: CellVerdict | undefined;

  constructor(options: CellOptions, internals: CellInternals = {}) {
    this.#options = options;
    this.#internals = internals;
    this.plugin = options.plugin;
    this.seed = options.seed ?? randomBytes(32).toString('hex');
    this.#belts = { ...ALL_BELTS, ...internals.belts };
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#now = options.now ?? Date.now;
    this.exited = this.#exit.promise;
    this.#session = this.#openSession();
    this.#heartbeat = new Heartbeat({
      ping: () => this.#session.ping(),
      onUnresponsive: () =>
        this.#end({ reason: 'unresponsive', detail: 'it did not answer and was stopped' }),
    });
  }

  get state(): CellState {
    return this.#state;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
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
      openCalls: this.#session.openCalls,
      ...(rssBytes === undefined ? {} : { rssBytes }),
      ...(cpuMs === undefined ? {} : { cpuMs }),
    };
  }

  /** Starts the process and waits until it has locked itself down. */
  async start(): Promise<void> {
    this.#advance('new', 'starting');
    this.#spawn();
    await this.#await(this.#session.ready, this.#limits.startMs);
    this.#advance('starting', 'ready');
  }

  /** Hands over the plugin's script: it runs, and its definition is checked. */
  async load(script: string): Promise<void> {
    this.#advance('ready', 'loading');
    const { plugin, seed } = this;
    const { apiVersion } = this.#options;
    this.#session.say({
      type: 'hello',
      protocol: PROTOCOL_VERSION,
      plugin,
      apiVersion,
      seed,
      now: this.#now(),
    });
    this.#session.loaded.begin();
    this.#session.say({ type: 'load', script, now: this.#now() });
    await this.#await(this.#session.loaded, this.#limits.loadMs);
    this.#advance('loading', 'loaded');
  }

  async activate({ settings, connection }: Activation): Promise<OfferedServices> {
    this.#advance('loaded', 'activating');
    this.#session.activated.begin();
    this.#session.say({
      type: 'activate',
      settings,
      ...(connection === undefined ? {} : { connection: { id: connection.id, name: connection.name } }),
      now: this.#now(),
    });
    this.#services = await this.#await(this.#session.activated, this.#limits.activateMs);
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
    const { id, call } = this.#session.call({ service, method, input, content: options.content });
    const guard = this.#guard(id, `${service}.${method}`, options);
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
    const { id, call } = this.#session.stream({ service, method, input, content: options.content });
    const guard = this.#guard(id, `${service}.${method}`, options);
    call.onWaiting = (waiting) => guard.waits(waiting);
    call.onOver = () => guard.release();
    return call;
  }

  /** Lets the plugin close what it opened, under a deadline, then ends the process. */
  async deactivate(): Promise<CellExit> {
    if (this.#state === 'active') {
      this.#state = 'stopping';
      this.#session.deactivated.begin();
      this.#session.say({ type: 'deactivate', now: this.#now() });
      await this.#await(this.#session.deactivated, this.#limits.deactivateMs).catch(() => undefined);
    }
    return this.kill('it was stopped');
  }

  /** Ends the process at once. */
  kill(detail = 'it was stopped'): Promise<CellExit> {
    this.#end({ reason: 'stopped', detail });
    return this.exited;
  }

  #openSession(): Session {
    return new Session({
      now: this.#now,
      send: (frame) => this.#process?.send(frame),
      timers: this.#internals.timers ?? new RealTimers(),
      onLog: (line) => this.#options.onLog?.(line),
      onPong: () => this.#heartbeat.answered(),
      onCrash: (message, stack) => {
        this.#verdict ??= { reason: 'crashed', detail: message, ...(stack === undefined ? {} : { stack }) };
      },
      onOpenCalls: () => this.#adjust(),
    });
  }

  #spawn(): void {
    const child = new CellProcess({
      belts: this.#belts,
      heapMegabytes: this.#limits.heapMegabytes,
      ...(this.#internals.guestPath === undefined ? {} : { guestPath: this.#internals.guestPath }),
      onFrame: (kind, payload) => this.#session.receive(kind, payload),
      onChannelError: (error) => this.#end(verdictOf(error)),
    });
    this.#process = child;
    if (child.pid !== undefined) this.#watch = this.#openWatch(child.pid);
    void child.ended.then((end) => this.#finish(judgeEnd(end, this.#verdict, this.#state)));
  }

  #openWatch(pid: number): UsageWatch {
    return new UsageWatch({
      pid,
      rssLimitBytes: this.#limits.rssMegabytes * 1024 * 1024,
      belts: this.#belts,
      isBusy: () => this.#isBusy(),
      onTooMuchMemory: (bytes) =>
        this.#end({
          reason: 'out-of-memory',
          detail: `it used ${Math.round(bytes / 1024 / 1024)} MB of memory, ${this.#limits.rssMegabytes} are allowed`,
        }),
      onTooMuchCpu: (share) =>
        this.#end({
          reason: 'cpu-exceeded',
          detail: `it used ${Math.round(share * 100)} % of a processor without having been called`,
        }),
      onBusyTick: () => this.#heartbeat.beat(),
    });
  }

  #isBusy(): boolean {
    return this.#steps > 0 || this.#session.openCalls > 0;
  }

  /** Keeps watch, and keeps the host's process alive, as long as somebody waits for the cell. */
  #adjust(): void {
    this.#process?.hold(this.#isBusy());
    this.#watch?.pace();
  }

  /** Waits for a step. Its clock begins when the guest has the message, or when it should have had it. */
  async #await<Result>(step: Step<Result>, milliseconds: number): Promise<Result> {
    const deadline = new Deadline({
      milliseconds,
      onPassed: () =>
        this.#end({ reason: 'unresponsive', detail: `it was not "${step.name}" within ${milliseconds} ms` }),
    });
    this.#steps += 1;
    this.#adjust();
    if (this.#belts.deadlines) deadline.start();
    step.acknowledged.then(
      () => this.#belts.deadlines && deadline.start(),
      () => undefined,
    );
    try {
      return await step.done;
    } finally {
      deadline.stop();
      this.#steps -= 1;
      this.#adjust();
    }
  }

  #guard(id: number, label: string, options: CallOptions): CallGuard {
    this.#calls += 1;
    return new CallGuard({
      milliseconds: this.#belts.deadlines ? (options.deadlineMs ?? this.#limits.callMs) : Infinity,
      unresponsiveMs: this.#limits.unresponsiveMs,
      signal: options.signal,
      heartbeat: this.#heartbeat,
      giveUp: (code, reason) =>
        this.#session.abandon(id, new ProblemError(toProblem({ code, message: `${label}: ${reason}` }))),
    });
  }

  #expectActive(): void {
    if (this.#verdict !== undefined) throw new ProblemError(exitProblem(this.plugin.id, this.#verdict));
    if (this.#state !== 'active') throw new Error(`a cell that is ${this.#state} takes no calls`);
  }

  #advance(from: CellState, to: CellState): void {
    if (this.#state !== from) throw new Error(`a cell that is ${this.#state} does not become ${to}`);
    this.#state = to;
  }

  /** Ends the cell; the first reason is the one that counts. Callers learn it now, not when the process is gone. */
  #end(verdict: CellVerdict): void {
    this.#verdict ??= verdict;
    this.#session.fail(new ProblemError(exitProblem(this.plugin.id, this.#verdict)));
    this.#heartbeat.stop();
    if (this.#process === undefined) this.#finish({ ...this.#verdict, code: null, signal: null, stderr: '' });
    else this.#process.kill();
  }

  #finish(exit: CellExit): void {
    this.#state = 'ended';
    this.#verdict = exit;
    this.#watch?.stop();
    this.#heartbeat.stop();
    this.#session.fail(new ProblemError(exitProblem(this.plugin.id, exit)));
    this.#exit.resolve(exit);
  }
}

function verdictOf(error: unknown): CellVerdict {
  if (error instanceof ProtocolViolation) return { reason: 'protocol-violation', detail: error.message };
  throw error;
}
