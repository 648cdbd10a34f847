import { ProtocolViolation } from '../channel/protocol-violation.js';
import { ALL_BELTS, type Belts } from './belts.js';
import { exitProblem, isLargeInput, judgeEnd, type CellExit, type CellVerdict } from './cell-exit.js';
import type { CellInternals, CellOptions } from './cell-options.js';
import { CellProcess, type ProcessEnd } from './cell-process.js';
import { Deadline } from './deadline.js';
import { portsFor, type GatewayPorts } from './gateway-desks.js';
import { Heartbeat } from './heartbeat.js';
import { DEFAULT_LIMITS, type CellLimits } from './limits.js';
import type { LogLine } from './log-line.js';
import { Session } from './session.js';
import type { Step } from './step.js';
import { RealTimers } from './timers.js';
import { UsageWatch } from './usage-watch.js';

/** Milliseconds for writing a profile. */
const PROFILE_MS = 30_000;

/** The process of a cell, the conversation with it and the watch over it, until its end and the reason for that. */
export class CellRuntime {
  readonly belts: Belts;
  readonly limits: CellLimits;
  /** What the plugin may ask the host for. */
  readonly ports: GatewayPorts;
  readonly session: Session;
  readonly heartbeat: Heartbeat;
  readonly ended: Promise<CellExit>;
  readonly #options: CellOptions;
  readonly #internals: CellInternals;
  readonly #end = Promise.withResolvers<CellExit>();
  #process: CellProcess | undefined;
  #watch: UsageWatch | undefined;
  /** Steps of the cell's life that somebody waits for. */
  #steps = 0;
  #isOver = false;
  #verdict: CellVerdict | undefined;

  constructor(options: CellOptions, internals: CellInternals) {
    this.#options = options;
    this.#internals = internals;
    this.belts = { ...ALL_BELTS, ...internals.belts };
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.ports = portsFor(options);
    this.ended = this.#end.promise;
    this.session = this.#openSession();
    this.heartbeat = new Heartbeat({
      ping: () => this.session.ping(),
      onUnresponsive: () => this.end('unresponsive', 'it did not answer and was stopped'),
    });
  }

  /** Undefined until the process was started. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Why the cell ends or has ended; undefined while it lives. */
  get verdict(): CellVerdict | undefined {
    return this.#verdict;
  }

  /** Whether the process has gone. */
  get isOver(): boolean {
    return this.#isOver;
  }

  spawn(): void {
    const { spare, tap, profile } = this.#options;
    const { guestPath, reaper } = this.#internals;
    const child =
      spare ??
      new CellProcess({
        belts: this.belts,
        heapMegabytes: this.limits.heapMegabytes,
        ...(profile === undefined ? {} : { profile }),
        ...(guestPath === undefined ? {} : { guestPath }),
        ...(reaper === undefined ? {} : { reaper }),
      });
    this.#process = child;
    child.listen({
      onFrame: (kind, payload) => this.session.receive(kind, payload),
      onError: (error) => this.#onChannelError(error),
    });
    if (child.pid !== undefined) this.#watch = this.#openWatch(child.pid, tap);
    void child.ended.then((end) => this.#finish(end));
  }

  /** Waits for a step. Its clock begins when the guest has the message, or when it should have had it. */
  async finished<Result>(step: Step<Result>, milliseconds: number): Promise<Result> {
    const deadline = new Deadline({
      milliseconds,
      onPassed: () => this.end('unresponsive', `it was not ${step.name} within ${milliseconds} ms`),
    });
    const startClock = (): void => void (this.belts.deadlines && deadline.start());
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

  /** Ends the cell. Callers learn the reason now, not when the process is gone. */
  end(reason: CellVerdict['reason'], detail: string, stack?: string): void {
    const verdict = this.#failEverything({ reason, detail, ...(stack === undefined ? {} : { stack }) });
    if (this.#process === undefined) this.#end.resolve({ ...verdict, code: null, signal: null, stderr: '' });
    else this.#process.kill();
  }

  /** Lets a cell that was deactivated end by itself, since it writes its profile then. */
  leave(): void {
    this.#failEverything({ reason: 'stopped', detail: 'it was stopped' });
    const late = setTimeout(() => this.#process?.kill(), PROFILE_MS);
    void this.ended.then(() => clearTimeout(late));
  }

  #openSession(): Session {
    return new Session({
      now: this.#options.now ?? Date.now,
      send: (frame) => {
        this.#process?.send(frame);
        this.#watch?.wake();
      },
      timers: this.#internals.timers ?? new RealTimers(),
      belts: this.belts,
      tap: this.#options.tap,
      ports: this.ports,
      onLog: (line) => this.#hand(line),
      onPong: () => this.heartbeat.answered(),
      onCrash: (message, stack) => this.end('crashed', message, stack),
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

  #openWatch(pid: number, tap: CellOptions['tap']): UsageWatch {
    const { rssMegabytes, idleCpuMs, idleCpuShare } = this.limits;
    return new UsageWatch({
      pid,
      rssLimitBytes: rssMegabytes * 1024 * 1024,
      idleCpuMs,
      idleCpuShare,
      belts: this.belts,
      isBusy: () => this.#isBusy(),
      onTooMuchMemory: (bytes) => {
        const used = Math.round(bytes / 1024 / 1024);
        this.end('out-of-memory', `it used ${used} MB of memory, ${rssMegabytes} are allowed`);
      },
      onTooMuchCpu: (share) => {
        const used = Math.round(share * 100);
        this.end('cpu-exceeded', `it used ${used} % of a processor without having been called`);
      },
      onUsage: (bytes) => tap?.usage(bytes),
      onBusyTick: () => this.heartbeat.beat(),
    });
  }

  #isBusy(): boolean {
    return this.#steps > 0 || this.session.calls.size > 0;
  }

  /** Keeps watch, and keeps the host's process alive, as long as somebody waits for the cell or for its end. */
  #adjust(): void {
    const ends = this.#verdict !== undefined && !this.#isOver;
    this.#process?.hold(ends || this.#isBusy());
    this.#watch?.pace();
  }

  #onChannelError(error: unknown): void {
    if (error instanceof ProtocolViolation) return this.end('protocol-violation', error.message);
    // A fault of ours must not end the host, and this cell cannot be relied on any more.
    this.end('crashed', 'the host could not handle a message');
    process.emitWarning(String(error));
  }

  #finish(end: ProcessEnd): void {
    const verdict = this.#failEverything(judgeEnd(end, !this.session.steps.ready.running));
    this.#isOver = true;
    this.#watch?.stop();
    this.#adjust();
    const { code, signal, stderr } = end;
    this.#end.resolve({ ...verdict, code, signal, stderr });
  }

  /** The first reason for the end is the one that counts. */
  #failEverything(verdict: CellVerdict): CellVerdict {
    const { calls } = this.session;
    const largeInput = verdict.reason === 'out-of-memory' && isLargeInput(calls.mostInputBytes);
    this.#verdict ??= { ...verdict, ...(largeInput ? { largeInput } : {}) };
    const final = this.#verdict;
    const { id } = this.#options.plugin;
    this.heartbeat.stop();
    this.session.fail(exitProblem(id, final), (call) => exitProblem(id, final, call.feeder?.sentBytes));
    this.#adjust();
    return final;
  }
}
