import { hash } from 'node:crypto';
import type { JsonObject } from '../channel/json.js';
import { Cell } from '../host/cell.js';
import type { CallOptions } from '../host/cell-options.js';
import type { CellLimits } from '../host/limits.js';
import type { CallEvent, EvidenceBundle, EvidenceEvent, InputDigest, Outcome } from './evidence-bundle.js';
import { EvidenceRecorder } from './evidence-recorder.js';
import { withFileText } from './input-text.js';
import { replayLimits } from './replay-limits.js';
import { ReplayedCall } from './replayed-call.js';
import { ScriptedTimers } from './scripted-timers.js';

export interface ReplayOptions {
  readonly bundle: EvidenceBundle;
  /** The script that the bundle tells of, from the store. */
  readonly script: string;
  /** The files that were read, in any order. */
  readonly inputs?: readonly Uint8Array[];
  /** Texts of files that were parts of requests, in any order. */
  readonly texts?: readonly string[];
  /** What the host lets its cells use, where that is not the default; what the bundle tells makes it no wider. */
  readonly limits?: Partial<CellLimits>;
  /** Milliseconds for each answer. Default: as the cell's limits were. */
  readonly deadlineMs?: number;
}

/** One call then and now. */
export interface ReplayedOutcome {
  readonly call: string;
  readonly then: Outcome | undefined;
  readonly now: Outcome | undefined;
  readonly repeated: boolean;
}

export interface ReplayReport {
  /** Every call and the end came out as they did. */
  readonly repeated: boolean;
  readonly calls: readonly ReplayedOutcome[];
  readonly exit: {
    readonly then: string | undefined;
    readonly now: string | undefined;
    readonly repeated: boolean;
  };
  /** The bundle reaches back to the start of the cell; otherwise a difference proves nothing. */
  readonly complete: boolean;
  /** Input that was not given, by sum; its calls were left out. */
  readonly missing: readonly InputDigest[];
}

/** Milliseconds that a replayed cell gets to set a timer that it set then, or to end as it ended then. */
const PATIENCE_MS = 15_000;

/** Runs the calls of a bundle again, in a new cell with the same seed and the same clock, and compares. */
export function replayEvidence(options: ReplayOptions): Promise<ReplayReport> {
  return new Replay(options).run();
}

class Replay {
  readonly #options: ReplayOptions;
  readonly #timers = new ScriptedTimers();
  readonly #recorder: EvidenceRecorder;
  readonly #cell: Cell;
  readonly #calls = new Map<number, ReplayedCall>();
  readonly #missing: InputDigest[] = [];
  readonly #leftOut = new Set<number>();
  #now: number;

  constructor(options: ReplayOptions) {
    const { plugin, apiVersion, script, seed, loadedAt = 0 } = options.bundle;
    const limits = replayLimits(options.bundle.limits, options.limits);
    this.#options = options;
    this.#now = loadedAt;
    this.#recorder = new EvidenceRecorder({ plugin, apiVersion, script, limits });
    const settings = { plugin, apiVersion, seed, limits, now: () => this.#now, tap: this.#recorder };
    this.#cell = new Cell(settings, { timers: this.#timers });
  }

  async run(): Promise<ReplayReport> {
    const { bundle } = this.#options;
    try {
      await this.#start();
      for (const event of bundle.events) await this.#play(event);
      await Promise.all([...this.#calls.values()].map((call) => call.settled));
    } catch {
      // A start that fails is an outcome like others; the end of the cell tells it.
    }
    await this.#awaitCrash();
    const exit = await this.#cell.kill();
    return this.#report(exit.reason);
  }

  /** A cell that ended by itself then gets the time to do so again. */
  async #awaitCrash(): Promise<void> {
    const { exit } = this.#options.bundle;
    if (exit !== undefined && exit.reason !== 'stopped') await Promise.race([this.#cell.exited, patience()]);
  }

  async #start(): Promise<void> {
    const { bundle, script } = this.#options;
    await this.#cell.start();
    await this.#cell.load(script);
    this.#now = bundle.activatedAt ?? this.#now;
    const { settings, connection } = bundle;
    await this.#cell.activate(connection === undefined ? { settings } : { settings, connection });
  }

  async #play(event: EvidenceEvent): Promise<void> {
    if ('now' in event) this.#now = event.now;
    switch (event.type) {
      case 'call':
        return this.#call(event);
      case 'fire':
        return void (await this.#timers.fire(event.timer, patience()));
      case 'cancel':
        return this.#calls.get(event.id)?.cancel();
      case 'settled':
        return void (await this.#calls.get(event.id)?.settled);
    }
  }

  #call(event: CallEvent): void {
    const content = event.content === undefined ? undefined : this.#inputOf(event.content);
    const input = withFileText(event.input, this.#options.texts ?? []);
    if (input === undefined || (event.content !== undefined && content === undefined))
      return this.#leaveOut(event);
    this.#calls.set(
      event.id,
      new ReplayedCall(
        this.#cell,
        event,
        this.#callOptions(content),
        input as JsonObject,
        this.#itemsOf(event),
      ),
    );
  }

  /** Items of a stream that may be taken: all, unless it was canceled. */
  #itemsOf({ id }: CallEvent): number {
    const cancel = this.#options.bundle.events.find((event) => event.type === 'cancel' && event.id === id);
    return cancel?.type === 'cancel' ? cancel.taken : Infinity;
  }

  #callOptions(content: Uint8Array | undefined): CallOptions {
    const { deadlineMs } = this.#options;
    return {
      ...(content === undefined ? {} : { content: once(content) }),
      ...(deadlineMs === undefined ? {} : { deadlineMs }),
    };
  }

  /** A file of which the first bytes, as many as the cell was given, have the recorded sum. */
  #inputOf({ sha256, size }: InputDigest): Uint8Array | undefined {
    const heads = (this.#options.inputs ?? []).map((bytes) => bytes.subarray(0, size));
    return heads.find((head) => head.length === size && hash('sha256', head) === sha256);
  }

  #leaveOut({ id, content, input }: CallEvent): void {
    this.#leftOut.add(id);
    const texts = Object.values(input as Record<string, { $text?: InputDigest } | undefined>).map(
      (value) => value?.$text,
    );
    this.#missing.push(...[content, ...texts].filter((digest) => digest !== undefined));
  }

  #report(exitNow: string): ReplayReport {
    const { bundle } = this.#options;
    const calls = bundle.events
      .filter((event) => event.type === 'call')
      .filter(({ id }) => !this.#leftOut.has(id));
    const replayed = this.#recorder
      .bundle(new Date(this.#now))
      .events.filter((event) => event.type === 'call');
    const outcomes = calls.map((then, index) => compare(then, replayed[index]?.outcome));
    const exitThen = bundle.exit?.reason;
    const exit = { then: exitThen, now: exitNow, repeated: (exitThen ?? 'stopped') === exitNow };
    return {
      repeated: exit.repeated && this.#missing.length === 0 && outcomes.every(({ repeated }) => repeated),
      calls: outcomes,
      exit,
      complete: bundle.complete,
      missing: this.#missing,
    };
  }
}

function compare(event: CallEvent, now: Outcome | undefined): ReplayedOutcome {
  const then = event.outcome;
  const repeated = JSON.stringify(then) === JSON.stringify(now);
  return { call: `${event.service}.${event.method}`, then, now, repeated };
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
