import { createHash, hash, type Hash } from 'node:crypto';
import type { HostMessage } from '../channel/messages.js';
import type { AnswerMessage } from '../host/open-calls.js';
import type { CallEvent, Outcome } from './evidence-bundle.js';
import { withoutFileText } from './input-text.js';

/** What surrounds an answer in its message is not part of it; the answer begins behind this. */
const ANSWER_MARK = Buffer.from('"value":');

/** Characters that are kept of each text of a problem; an honest guest sends no more. */
const PROBLEM_TEXT_LIMIT = 4_001;

/** One call while its evidence is gathered. */
export class CallRecord {
  readonly id: number;
  readonly #asked: Pick<CallEvent, 'service' | 'method' | 'input' | 'stream' | 'now'>;
  readonly #startedMs = performance.now();
  readonly #content: Hash | undefined;
  #itemsHash: Hash | undefined;
  #contentBytes = 0;
  #items = 0;
  #taken = 0;
  #outcome: Outcome | undefined;
  #tookMs: number | undefined;

  constructor(message: HostMessage & { type: 'call' }) {
    const { id, service, method, input, credit, now } = message;
    this.id = id;
    this.#asked = { service, method, input: withoutFileText(input), stream: credit > 0, now };
    this.#content = message.content ? createHash('sha256') : undefined;
  }

  /** Items that the reader has taken, as far as the cell was told. */
  get taken(): number {
    return this.#taken;
  }

  addCredit(count: number): void {
    this.#taken += count;
  }

  addContent(bytes: Uint8Array): void {
    this.#content?.update(bytes);
    this.#contentBytes += bytes.length;
  }

  /** Tells whether the call is over. */
  addAnswer(message: AnswerMessage, payload: Buffer): boolean {
    if (message.type === 'item') {
      this.#items += 1;
      this.#itemsHash ??= createHash('sha256');
      this.#itemsHash.update(answerIn(payload));
      return false;
    }
    this.#outcome = this.#outcomeOf(message, payload);
    this.#tookMs = performance.now() - this.#startedMs;
    return true;
  }

  toEvent(): CallEvent {
    const content = this.#content?.copy().digest('hex');
    return {
      type: 'call',
      id: this.id,
      ...this.#asked,
      ...(content === undefined ? {} : { content: { sha256: content, size: this.#contentBytes } }),
      ...(this.#outcome === undefined ? {} : { outcome: this.#outcome }),
      ...(this.#tookMs === undefined ? {} : { tookMs: this.#tookMs }),
    };
  }

  #outcomeOf(message: AnswerMessage, payload: Buffer): Outcome {
    if (message.type === 'problem') return { kind: 'problem', ...problemOf(message.problem) };
    if (message.type === 'result') return { kind: 'answer', sha256: hash('sha256', answerIn(payload)) };
    const sha256 = this.#itemsHash?.copy().digest('hex') ?? hash('sha256', '');
    return { kind: 'stream', items: this.#items, sha256 };
  }
}

function answerIn(payload: Buffer): Buffer {
  return payload.subarray(payload.indexOf(ANSWER_MARK));
}

/** What a guest says of a problem may be anything, and of any length. */
function problemOf(problem: unknown): { code: string; message: string } {
  const { code, message } = problem as { readonly code?: unknown; readonly message?: unknown };
  return { code: textOf(code), message: textOf(message) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, PROBLEM_TEXT_LIMIT) : `(${typeof value})`;
}
