import { randomBytes } from 'node:crypto';
import { ProblemError } from '../../interfaces/problems/problem-error.js';
import { toProblem } from '../../interfaces/problems/to-problem.js';
import type { JsonObject } from '../channel/json.js';
import { PROTOCOL_VERSION, type OfferedServices, type PluginIdentity } from '../channel/messages.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import { ALL_BELTS, type Belts } from './belts.js';
import { CallGuard } from './call-guard.js';
import { exitProblem, isLargeInput, judgeEnd, type CellExit, type CellVerdict } from './cell-exit.js';
import type {
  Activation,
  CallOptions,
  CellInternals,
  CellOptions,
  CellState,
  CellStats,
} from './cell-options.js';
import { CellProcess, type ProcessEnd } from './cell-process.js';
import { Deadline } from './deadline.js';
import { Heartbeat } from './heartbeat.js';
import { DEFAULT_LIMITS, type CellLimits } from './limits.js';
import type { LogLine } from './log-line.js';
import { readCpuMs, readRss } from './process-usage.js';
import { Session } from './session.js';
import type { Step } from './step.js';
import { RealTimers } from './timers.js';
import { UsageWatch } from './usage-watch.js';

/** One life of one process that runs one plugin. Whatever fails here fails with a ProblemError. */
export class Cell {
  readonly plugin: PluginIdentity;
  /** All randomness of the plugin comes from it. */
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
  /** Steps of the cell's life that somebody waits for. */
  #steps = 0;
  #deactivation: Promise<CellExit> | undefined;
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
      onUnresponsive: () => this.#end('unresponsive', 'it did not answer and was stopped'),
    });
  }

  get state(): CellState {
    return this.#state;
  }

  /** Undefined until the process was started. */
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
      openCalls: this.#session.calls.size,
      ...(rssBytes === undefined ? {} : { rssBytes }),
      ...(cpuMs === undefined ? {} : { cpuMs }),
    };
  }

  /** Starts the process and waits until it has locked itself down. */
  async start(): Promise<void> {
    this.#advance('new', 'starting');
    this.#spawn();
    await this.#finished(this.#session.steps.ready, this.#limits.startMs);
    this.#advance('starting', 'ready');
  }

  /** Hands over the plugin's script: it runs, and its definition is checked. */
  async load(script: string): Promise<void> {
    this.#advance('ready', 'loading');
    const { plugin, seed } = this;
    const { apiVersion } = this.#options;
    const now = this.#now();
    this.#session.say({ type: 'hello', protocol: PROTOCOL_VERSION, plugin, apiVersion, seed, now });
    this.#session.steps.load.begin();
    this.#session.say({ type: 'load', script, now });
    await this.#finished(this.#session.steps.load, this.#limits.loadMs);
    this.#advance('loading', 'loaded');
  }

  async activate({ settings, connection }: Activation): Promise<OfferedServices> {
    this.#advance('loaded', 'activating');
    const { activate } = this.#session.steps;
    const login =
      connection === undefined ? {} : { connection: { id: connection.id, name: connection.name } };
    activate.begin();
    this.#session.say({ type: 'activate', settings, ...login, now: this.#now() });
    this.#services = await this.#finished(activate, this.#limits.activateMs);
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
    const { id, call } = this.#session.calls.call({ service, method, input, content: options.content });
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
    const { id, call } = this.#session.calls.stream({ service, method, input, content: options.content });
    const guard = this.#guard(id, `${service}.${method}`, options, this.#limits.streamMs);
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
    this.#end('stopped', 'it was stopped');
    return this.exited;
  }

  async #deactivate(): Promise<CellExit> {
    if (this.#state !== 'active') return this.kill();
    this.#state = 'stopping';
    const { deactivate } = this.#session.steps;
    deactivate.begin();
    this.#session.say({ type: 'deactivate', now: this.#now() });
    // A plugin that fails here is stopped all the same.
    await this.#finished(deactivate, this.#limits.deactivateMs).catch(() => undefined);
    return this.kill();
  }

  #openSession(): Session {
    return new Session({
      now: this.#now,
      send: (frame) => this.#process?.send(frame),
      timers: this.#internals.timers ?? new RealTimers(),
      belts: this.#belts,
      tap: this.#options.tap,
      onLog: (line) => this.#hand(line),
      onPong: () => this.#heartbeat.answered(),
      onCrash: (message, stack) => this.#end('crashed', message, stack),
      onOpenCalls: () => this.#adjust(),
    });
  }

  /** Whoever keeps the log may fail, with a full disk for one; that is neither the plugin's fault nor the call's. */
  #hand(line: LogLine): void {
    try {
      this.#options.onLog?.(line);
    } catch (error) {
      process.emitWarning(String(error));
    }
  }

  #spawn(): void {
    const { guestPath, reaper } = this.#internals;
    const { heapMegabytes } = this.#limits;
    const belts = this.#belts;
    const fresh = (): CellProcess =>
      new CellProcess({
        belts,
        heapMegabytes,
        ...(guestPath === undefined ? {} : { guestPath }),
        ...(reaper === undefined ? {} : { reaper }),
      });
    const child = this.#options.spare ?? fresh();
    this.#process = child;
    child.listen({
      onFrame: (kind, payload) => this.#session.receive(kind, payload),
      onError: (error) => this.#onChannelError(error),
    });
    if (child.pid !== undefined) this.#watch = this.#openWatch(child.pid);
    void child.ended.then((end) => this.#finish(end));
  }

  #openWatch(pid: number): UsageWatch {
    const { rssMegabytes, idleCpuMs, idleCpuShare } = this.#limits;
    return new UsageWatch({
      pid,
      rssLimitBytes: rssMegabytes * 1024 * 1024,
      idleCpuMs,
      idleCpuShare,
      belts: this.#belts,
      isBusy: () => this.#isBusy(),
      onTooMuchMemory: (bytes) => {
        const used = Math.round(bytes / 1024 / 1024);
        this.#end('out-of-memory', `it used ${used} MB of memory, ${rssMegabytes} are allowed`);
      },
      onTooMuchCpu: (share) => {
        const used = Math.round(share * 100);
        this.#end('cpu-exceeded', `it used ${used} % of a processor without having been called`);
      },
      onUsage: (bytes) => this.#options.tap?.usage(bytes),
      onBusyTick: () => this.#heartbeat.beat(),
    });
  }

  #isBusy(): boolean {
    return this.#steps > 0 || this.#session.calls.size > 0;
  }

  /** Keeps watch, and keeps the host's process alive, as long as somebody waits for the cell. */
  #adjust(): void {
    const busy = this.#isBusy();
    this.#process?.hold(busy || (this.#verdict !== undefined && this.#state !== 'ended'));
    this.#watch?.pace();
  }

  /** Waits for a step. Its clock begins when the guest has the message, or when it should have had it. */
  async #finished<Result>(step: Step<Result>, milliseconds: number): Promise<Result> {
    const deadline = new Deadline({
      milliseconds,
      onPassed: () => this.#end('unresponsive', `it was not ${step.name} within ${milliseconds} ms`),
    });
    const startClock = (): void => void (this.#belts.deadlines && deadline.start());
    this.#steps += 1;
    this.#adjust();
    startClock();
    step.acknowledged.then(startClock, () => undefined);
    try {
      return await step.done;
    } finally {
      deadline.stop();
      this.#steps -= 1;
      this.#adjust();
    }
  }

  #guard(id: number, label: string, options: CallOptions, totalMs: number): CallGuard {
    const { deadlines } = this.#belts;
    const { callMs, unresponsiveMs } = this.#limits;
    this.#calls += 1;
    return new CallGuard({
      milliseconds: deadlines ? (options.deadlineMs ?? callMs) : Infinity,
      totalMs: deadlines ? totalMs : Infinity,
      unresponsiveMs,
      signal: options.signal,
      heartbeat: this.#heartbeat,
      giveUp: (code, reason) => {
        const message = `plugin "${this.plugin.id}", ${label}: ${reason}`;
        this.#session.calls.abandon(id, new ProblemError(toProblem({ code, message })));
      },
    });
  }

  #expectActive(): void {
    if (this.#verdict !== undefined) throw exitProblem(this.plugin.id, this.#verdict);
    if (this.#state !== 'active') throw new Error(`a cell that is ${this.#state} takes no calls`);
  }

  #advance(from: CellState, to: CellState): void {
    if (this.#verdict !== undefined) throw exitProblem(this.plugin.id, this.#verdict);
    if (this.#state !== from) throw new Error(`a cell that is ${this.#state} does not become ${to}`);
    this.#state = to;
  }

  #onChannelError(error: unknown): void {
    if (error instanceof ProtocolViolation) return this.#end('protocol-violation', error.message);
    // A fault of ours must not end the host, and this cell cannot be relied on any more.
    this.#end('crashed', 'the host could not handle a message');
    process.emitWarning(String(error));
  }

  /** Ends the cell. Callers learn the reason now, not when the process is gone. */
  #end(reason: CellVerdict['reason'], detail: string, stack?: string): void {
    const verdict = this.#failEverything({ reason, detail, ...(stack === undefined ? {} : { stack }) });
    if (this.#process === undefined) this.#exit.resolve({ ...verdict, code: null, signal: null, stderr: '' });
    else this.#process.kill();
  }

  #finish(end: ProcessEnd): void {
    const started = this.#state !== 'starting';
    const verdict = this.#failEverything(judgeEnd(end, started));
    this.#state = 'ended';
    this.#watch?.stop();
    this.#adjust();
    const { code, signal, stderr } = end;
    this.#exit.resolve({ ...verdict, code, signal, stderr });
  }

  /** The first reason for the end is the one that counts. */
  #failEverything(verdict: CellVerdict): CellVerdict {
    const { calls } = this.#session;
    const largeInput = verdict.reason === 'out-of-memory' && isLargeInput(calls.mostInputBytes);
    this.#verdict ??= { ...verdict, ...(largeInput ? { largeInput } : {}) };
    const final = this.#verdict;
    this.#state = 'stopping';
    this.#heartbeat.stop();
    this.#session.fail(exitProblem(this.plugin.id, final), (call) =>
      exitProblem(this.plugin.id, final, call.feeder?.sentBytes),
    );
    this.#adjust();
    return final;
  }
}
