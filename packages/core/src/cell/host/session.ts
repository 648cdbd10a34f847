import { ProblemError } from '../../interfaces/problems/problem-error.js';
import { toProblem } from '../../interfaces/problems/to-problem.js';
import { encodeContentFrame, encodeJsonFrame, FRAME_JSON, FRAME_LIMIT_BYTES } from '../channel/frame.js';
import type { JsonObject } from '../channel/json.js';
import {
  ITEM_WINDOW,
  PROTOCOL_VERSION,
  TIMER_LIMIT,
  type CallMessage,
  type GuestMessage,
  type HostMessage,
  type OfferedServices,
} from '../channel/messages.js';
import { parseGuestMessage } from '../channel/parse-guest-message.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import { ContentFeeder } from './content-feeder.js';
import { toProblemError } from './guest-failure.js';
import type { LogLine } from './log-line.js';
import { UnaryCall, type OpenCall } from './open-call.js';
import { Step } from './step.js';
import { StreamCall } from './stream-call.js';
import type { PluginTimers } from './timers.js';

/** Calls that one cell may have open; more of them are refused. */
const CALL_LIMIT = 1_000;

export interface SessionOptions {
  readonly now: () => number;
  readonly send: (frame: Buffer) => void;
  readonly timers: PluginTimers;
  readonly onLog: (line: LogLine) => void;
  readonly onPong: () => void;
  /** The cell said that it ends because of an error that nobody caught. */
  readonly onCrash: (message: string, stack: string | undefined) => void;
  /** A call was opened or closed. */
  readonly onOpenCalls: () => void;
}

export interface CallRequest {
  readonly service: string;
  readonly method: string;
  readonly input: JsonObject;
  readonly content: AsyncIterable<Uint8Array> | undefined;
}

/** The host's end of the conversation with one guest: says what comes when, and refuses all else. */
export class Session {
  readonly #options: SessionOptions;
  readonly #calls = new Map<number, OpenCall>();
  /** Calls that were given up here and that the guest has not closed yet. */
  readonly #abandoned = new Set<number>();
  readonly #timers = new Set<number>();
  readonly #pings = new Set<number>();
  readonly ready = new Step('ready');
  readonly loaded = new Step('loaded');
  readonly activated = new Step<OfferedServices>('activated');
  readonly deactivated = new Step('deactivated');
  #lastId = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.ready.begin();
  }

  get openCalls(): number {
    return this.#calls.size;
  }

  receive(kind: number, payload: Buffer): void {
    if (kind !== FRAME_JSON) throw new ProtocolViolation(`a frame of kind ${kind}`);
    this.#handle(parseGuestMessage(payload));
  }

  say(message: HostMessage): void {
    this.#options.send(this.#encode(message));
  }

  ping(): void {
    const id = this.#nextId();
    this.#pings.add(id);
    this.say({ type: 'ping', id });
  }

  call(request: CallRequest): { id: number; call: UnaryCall } {
    const id = this.#nextId();
    const call = new UnaryCall(this.#feederOf(id, request));
    this.#open(id, call, request, 0);
    return { id, call };
  }

  stream(request: CallRequest): { id: number; call: StreamCall } {
    const id = this.#nextId();
    const call = new StreamCall({
      feeder: this.#feederOf(id, request),
      grant: (count) => this.say({ type: 'credit', id, count }),
      abandon: () => this.abandon(id),
    });
    this.#open(id, call, request, ITEM_WINDOW);
    return { id, call };
  }

  /** Gives a call up: the plugin learns it from its signal, and whatever it still answers is dropped. */
  abandon(id: number, problem?: ProblemError): void {
    const call = this.#calls.get(id);
    if (call === undefined) return;
    this.#abandoned.add(id);
    this.say({ type: 'cancel', id, now: this.#options.now() });
    this.#close(id, call);
    if (problem !== undefined) call.fail(problem);
  }

  /** The cell is gone: whatever waits for it fails. */
  fail(problem: ProblemError): void {
    this.#options.timers.clearAll();
    for (const step of [this.ready, this.loaded, this.activated, this.deactivated]) step.fail(problem);
    for (const [id, call] of this.#calls) {
      this.#close(id, call);
      call.fail(problem);
    }
  }

  #encode(message: HostMessage): Buffer {
    const frame = encodeJsonFrame(JSON.stringify(message));
    if (frame.length > FRAME_LIMIT_BYTES) {
      throw new ProblemError(
        toProblem({
          code: 'INPUT_TOO_LARGE',
          message: `a message of ${frame.length} bytes is too large for a cell`,
        }),
      );
    }
    return frame;
  }

  #open(id: number, call: OpenCall, request: CallRequest, credit: number): void {
    if (this.#calls.size + this.#abandoned.size >= CALL_LIMIT) {
      throw new ProblemError(
        toProblem({ code: 'RATE_LIMITED', message: `${CALL_LIMIT} calls are open already` }),
      );
    }
    const { service, method, input, content } = request;
    const message: CallMessage = {
      type: 'call',
      id,
      service,
      method,
      input,
      content: content !== undefined,
      credit,
    };
    this.say({ ...message, now: this.#options.now() });
    this.#calls.set(id, call);
    this.#options.onOpenCalls();
    void call.feeder?.run();
  }

  #close(id: number, call: OpenCall): void {
    call.feeder?.stop();
    this.#calls.delete(id);
    this.#options.onOpenCalls();
  }

  #feederOf(id: number, { content }: CallRequest): ContentFeeder | undefined {
    if (content === undefined) return undefined;
    return new ContentFeeder(content, {
      chunk: (bytes) => this.#options.send(encodeContentFrame(id, bytes)),
      end: () => this.say({ type: 'contentEnd', id }),
      fail: (error) => {
        this.say({ type: 'contentFailed', id });
        this.abandon(id, inputUnreadable(error));
      },
    });
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #handle(message: GuestMessage): void {
    switch (message.type) {
      case 'result':
      case 'item':
      case 'end':
      case 'problem':
        return this.#handleAnswer(message);
      case 'contentCredit':
        return this.#handleContentCredit(message);
      case 'timer':
        return this.#setTimer(message.id, message.delay);
      case 'clear':
        return this.#clearTimer(message.id);
      case 'pong':
        if (!this.#pings.delete(message.id)) throw new ProtocolViolation('an answer to no ping');
        return this.#options.onPong();
      case 'log':
        return this.#options.onLog(message);
      case 'crash':
        return this.#options.onCrash(message.message, message.stack);
      case 'request':
        throw new ProtocolViolation('a request, which this protocol version does not serve');
      default:
        return this.#handleStep(message);
    }
  }

  #handleStep(message: GuestMessage): void {
    switch (message.type) {
      case 'ready':
        if (message.protocol !== PROTOCOL_VERSION)
          throw new ProtocolViolation(`protocol version ${message.protocol}`);
        return this.ready.finish(undefined);
      case 'ack':
        return this.#stepOf(message.step).acknowledge();
      case 'loaded':
        return this.loaded.finish(undefined);
      case 'activated':
        return this.activated.finish(message.services);
      case 'deactivated':
        return this.deactivated.finish(undefined);
      case 'failed':
        return this.#runningStep().refuse(toProblemError(message));
      default:
        throw new ProtocolViolation(`a message "${message.type}"`);
    }
  }

  #stepOf(name: 'load' | 'activate' | 'deactivate'): Step<never> | Step | Step<OfferedServices> {
    return { load: this.loaded, activate: this.activated, deactivate: this.deactivated }[name];
  }

  #runningStep(): Step | Step<OfferedServices> {
    const running = [this.loaded, this.activated, this.deactivated].find((step) => step.running);
    if (running === undefined) throw new ProtocolViolation('a failure of nothing');
    return running;
  }

  #handleAnswer(message: GuestMessage & { type: 'result' | 'item' | 'end' | 'problem' }): void {
    const { id } = message;
    const call = this.#calls.get(id);
    if (call === undefined) return this.#handleLateAnswer(message);
    if (message.type === 'item') {
      call.item(message.value);
      return call.progress();
    }
    this.#close(id, call);
    if (message.type === 'result') call.result(message.value);
    else if (message.type === 'end') call.end();
    else call.fail(toProblemError(message));
  }

  #handleLateAnswer(message: GuestMessage & { type: 'result' | 'item' | 'end' | 'problem' }): void {
    if (!this.#abandoned.has(message.id))
      throw new ProtocolViolation(`an answer "${message.type}" to no open call`);
    if (message.type !== 'item') this.#abandoned.delete(message.id);
  }

  #handleContentCredit({ id, count }: { id: number; count: number }): void {
    const call = this.#calls.get(id);
    if (call === undefined && this.#abandoned.has(id)) return;
    if (call?.feeder === undefined) throw new ProtocolViolation('credit for content of no open call');
    call.feeder.addCredit(count);
    call.progress();
  }

  #setTimer(id: number, delay: number): void {
    if (this.#timers.size >= TIMER_LIMIT) throw new ProtocolViolation('too many timers');
    this.#timers.add(id);
    this.#options.timers.set(id, delay, () => {
      this.#timers.delete(id);
      this.say({ type: 'fire', timer: id, now: this.#options.now() });
    });
  }

  #clearTimer(id: number): void {
    this.#timers.delete(id);
    this.#options.timers.clear(id);
  }
}

function inputUnreadable(error: unknown): ProblemError {
  return new ProblemError(
    toProblem({ code: 'INPUT_UNREADABLE', message: 'the input could not be read to its end' }),
    { cause: error },
  );
}
