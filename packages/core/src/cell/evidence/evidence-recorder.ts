import type { GuestMessage, HostMessage, PluginIdentity } from '../channel/messages.js';
import type { CellExit } from '../host/cell-exit.js';
import type { CellTap } from '../host/cell-tap.js';
import type { CellLimits } from '../host/limits.js';
import type { LogLine } from '../host/log-line.js';
import { BoundedList } from './bounded-list.js';
import { CallRecord } from './call-record.js';
import type { EvidenceBundle, EvidenceEvent, InputDigest } from './evidence-bundle.js';

/** How much is kept of one life of a cell: the last of each. */
const CALLS_KEPT = 50;
const EVENTS_KEPT = 500;
const LOG_LINES_KEPT = 200;
const USAGE_SAMPLES_KEPT = 100;

export interface EvidenceRecorderOptions {
  readonly plugin: PluginIdentity;
  readonly apiVersion: string;
  readonly script: InputDigest;
  readonly limits: CellLimits;
}

type ShortEvent = Exclude<EvidenceEvent, { type: 'call' }>;

/** Keeps what is needed to see, and to run again, what one cell did. */
export class EvidenceRecorder implements CellTap {
  readonly #options: EvidenceRecorderOptions;
  readonly #startedMs = performance.now();
  readonly #events = new BoundedList<CallRecord | ShortEvent>(EVENTS_KEPT);
  readonly #open = new Map<number, CallRecord>();
  readonly #log = new BoundedList<LogLine>(LOG_LINES_KEPT);
  readonly #usage = new BoundedList<{ atMs: number; rssBytes: number }>(USAGE_SAMPLES_KEPT);
  #hello: (HostMessage & { type: 'hello' }) | undefined;
  #activation: (HostMessage & { type: 'activate' }) | undefined;
  #calls = 0;
  #askedHost = false;

  constructor(options: EvidenceRecorderOptions) {
    this.#options = options;
  }

  sent(message: HostMessage): void {
    switch (message.type) {
      case 'hello':
        this.#hello = message;
        break;
      case 'activate':
        this.#activation = message;
        break;
      case 'call':
        this.#addCall(new CallRecord(message));
        break;
      case 'credit':
        this.#open.get(message.id)?.addCredit(message.count);
        break;
      case 'fire':
        this.#events.add({ type: 'fire', timer: message.timer, now: message.now });
        break;
      case 'cancel':
        this.#cancel(message);
        break;
      default:
    }
  }

  sentContent(callId: number, bytes: Uint8Array): void {
    this.#open.get(callId)?.addContent(bytes);
  }

  received(message: GuestMessage, payload: Buffer): void {
    switch (message.type) {
      case 'result':
      case 'item':
      case 'end':
      case 'problem':
        if (this.#open.get(message.id)?.addAnswer(message, payload) !== true) return;
        this.#open.delete(message.id);
        return this.#events.add({ type: 'settled', id: message.id });
      case 'request':
      case 'socketOpen':
      case 'storage':
        // What comes back is not kept.
        this.#askedHost = true;
        return;
      case 'log':
        return this.#log.add({ level: message.level, message: message.message });
      default:
        return undefined;
    }
  }

  usage(rssBytes: number): void {
    this.#usage.add({ atMs: Math.round(performance.now() - this.#startedMs), rssBytes });
  }

  /** What is known by now; `exit` where the cell has ended. */
  bundle(at: Date, exit?: CellExit): EvidenceBundle {
    const { plugin, apiVersion, script, limits } = this.#options;
    const { settings = {}, connection, now: activatedAt } = this.#activation ?? {};
    const events = this.#events
      .toArray()
      .map((event) => (event instanceof CallRecord ? event.toEvent() : event));
    return {
      version: 1,
      at: at.toISOString(),
      plugin: { id: plugin.id, version: plugin.version },
      apiVersion,
      script,
      seed: this.#hello?.seed ?? '0'.repeat(64),
      limits: { ...limits },
      ...(this.#hello === undefined ? {} : { loadedAt: this.#hello.now }),
      ...(activatedAt === undefined ? {} : { activatedAt }),
      settings: { ...settings },
      ...(connection === undefined ? {} : { connection }),
      complete: !this.#events.overflown && !this.#askedHost,
      events,
      log: this.#log.toArray().map(({ level, message }) => ({ level, message })),
      usage: this.#usage.toArray(),
      ...(exit === undefined ? {} : { exit: exitOf(exit) }),
    };
  }

  #addCall(record: CallRecord): void {
    this.#calls += 1;
    this.#open.set(record.id, record);
    this.#events.add(record);
    if (this.#calls > CALLS_KEPT) {
      this.#events.dropThrough((event) => event instanceof CallRecord);
      this.#calls -= 1;
    }
  }

  #cancel({ id, now }: { id: number; now: number }): void {
    const taken = this.#open.get(id)?.taken ?? 0;
    this.#open.delete(id);
    this.#events.add({ type: 'cancel', id, taken, now });
  }
}

function exitOf({ reason, detail, stack }: CellExit): EvidenceBundle['exit'] {
  return { reason, detail, ...(stack === undefined ? {} : { stack }) };
}
