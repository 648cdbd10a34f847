import type { Problem } from '../../interfaces/problems/problem.js';
import { ProblemError } from '../../interfaces/problems/problem-error.js';
import { toProblem } from '../../interfaces/problems/to-problem.js';
import type { JsonObject } from '../channel/json.js';
import { CONTENT_WINDOW, ITEM_WINDOW, type GuestMessage, type HostMessage } from '../channel/messages.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import { ContentFeeder } from './content-feeder.js';
import { evenPieces } from './content-pieces.js';
import { toProblemError } from './guest-failure.js';
import { UnaryCall, type OpenCall } from './open-call.js';
import { StreamCall } from './stream-call.js';

/** Calls that one cell may have open; more of them are refused. */
const CALL_LIMIT = 1_000;

export type AnswerMessage = GuestMessage & { type: 'result' | 'item' | 'end' | 'problem' };

export interface OpenCallsOptions {
  readonly now: () => number;
  readonly say: (message: HostMessage) => void;
  readonly sendContent: (id: number, bytes: Uint8Array) => void;
  /** What the host itself told the plugin under a code. */
  readonly told: (code: unknown) => Problem | undefined;
  /** Nobody waits for a call any more: it was answered, or given up. */
  readonly onOver: (id: number, isGivenUp: boolean) => void;
  /** A call was opened or closed. */
  readonly onChange: () => void;
}

export interface CallRequest {
  readonly service: string;
  readonly method: string;
  readonly input: JsonObject;
  readonly content: AsyncIterable<Uint8Array> | undefined;
}

/** Messages that a guest may still send about a call that was given up, because they were on their way. */
interface OnTheWay {
  items: number;
  contentCredits: number;
}

/** The calls that a guest works on, and those that were given up and that it has not closed yet. */
export class OpenCalls {
  readonly #options: OpenCallsOptions;
  readonly #calls = new Map<number, OpenCall>();
  readonly #abandoned = new Map<number, OnTheWay>();
  #lastId = 0;

  constructor(options: OpenCallsOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#calls.size;
  }

  get ids(): Iterable<number> {
    return this.#calls.keys();
  }

  /** Bytes of input that the cell was given for one of them. */
  get mostInputBytes(): number {
    return Math.max(0, ...[...this.#calls.values()].map((call) => call.feeder?.sentBytes ?? 0));
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
      grant: (count) => this.#options.say({ type: 'credit', id, count }),
      abandon: () => this.abandon(id),
    });
    this.#open(id, call, request, ITEM_WINDOW);
    return { id, call };
  }

  /** Gives a call up: the plugin learns it from its signal, and whatever it still answers is dropped. */
  abandon(id: number, problem?: ProblemError): void {
    const call = this.#calls.get(id);
    if (call === undefined) return;
    this.#abandoned.set(id, { items: ITEM_WINDOW, contentCredits: CONTENT_WINDOW });
    this.#options.say({ type: 'cancel', id, now: this.#options.now() });
    this.#close(id, call);
    this.#options.onOver(id, true);
    if (problem !== undefined) call.fail(problem);
  }

  /** The cell is gone: every open call fails, with the problem that fits it. */
  fail(problemOf: (call: OpenCall) => ProblemError): void {
    for (const [id, call] of this.#calls) {
      this.#close(id, call);
      call.fail(problemOf(call));
    }
  }

  handleAnswer(message: AnswerMessage): void {
    const { id } = message;
    const call = this.#calls.get(id);
    if (call === undefined) return this.#dropLateAnswer(message);
    if (message.type === 'item') return call.item(message.value);
    // An answer of the wrong kind throws here, while the call is still open and fails with the cell.
    if (message.type === 'result') call.result(message.value);
    else if (message.type === 'end') call.end();
    else call.fail(toProblemError(message, this.#options.told));
    this.#close(id, call);
    this.#options.onOver(id, false);
  }

  handleContentCredit({ id, count }: { id: number; count: number }): void {
    const abandoned = this.#abandoned.get(id);
    if (abandoned !== undefined) return countDown(abandoned, 'contentCredits');
    const call = this.#calls.get(id);
    if (call?.feeder === undefined) throw new ProtocolViolation('credit for content of no open call');
    call.feeder.addCredit(count);
    call.progress();
  }

  #open(id: number, call: OpenCall, request: CallRequest, credit: number): void {
    if (this.#calls.size + this.#abandoned.size >= CALL_LIMIT) {
      throw new ProblemError(
        toProblem({ code: 'RATE_LIMITED', message: `${CALL_LIMIT} calls are open already` }),
      );
    }
    const { service, method, input, content } = request;
    const now = this.#options.now();
    this.#options.say({
      type: 'call',
      id,
      service,
      method,
      input,
      content: content !== undefined,
      credit,
      now,
    });
    this.#calls.set(id, call);
    this.#options.onChange();
    void call.feeder?.run();
  }

  #close(id: number, call: OpenCall): void {
    call.feeder?.stop();
    this.#calls.delete(id);
    this.#options.onChange();
  }

  #dropLateAnswer({ id, type }: AnswerMessage): void {
    const abandoned = this.#abandoned.get(id);
    if (abandoned === undefined) throw new ProtocolViolation(`an answer "${type}" to no open call`);
    if (type === 'item') countDown(abandoned, 'items');
    else this.#abandoned.delete(id);
  }

  #feederOf(id: number, { content }: CallRequest): ContentFeeder | undefined {
    if (content === undefined) return undefined;
    const { say, sendContent } = this.#options;
    return new ContentFeeder(evenPieces(content), {
      chunk: (bytes) => sendContent(id, bytes),
      end: () => say({ type: 'contentEnd', id }),
      fail: (error) => this.abandon(id, inputUnreadable(error)),
    });
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }
}

/** One of those has arrived. A call that was given up must not go on without end: nobody waits, so no deadline ends it. */
function countDown(onTheWay: OnTheWay, what: keyof OnTheWay): void {
  if (onTheWay[what] === 0) throw new ProtocolViolation(`${what} beyond the credit of a canceled call`);
  onTheWay[what] -= 1;
}

function inputUnreadable(error: unknown): ProblemError {
  const problem = toProblem({ code: 'INPUT_UNREADABLE', message: 'the input could not be read to its end' });
  return new ProblemError(problem, { cause: error });
}
