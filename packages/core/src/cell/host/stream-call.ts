import type { ProblemError } from '../../interfaces/problems/problem-error.js';
import { ITEM_WINDOW } from '../channel/messages.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import type { ContentFeeder } from './content-feeder.js';
import type { OpenCall } from './open-call.js';

interface Waiting {
  resolve(result: IteratorResult<unknown, undefined>): void;
  reject(problem: ProblemError): void;
}

export interface StreamCallOptions {
  readonly feeder: ContentFeeder | undefined;
  /** Lets the cell send more items. */
  readonly grant: (count: number) => void;
  /** The consumer has stopped reading before the end. */
  readonly abandon: () => void;
}

/** A call answered by a stream: items wait here until the consumer takes them, never more than the cell had credit for. */
export class StreamCall implements OpenCall, AsyncIterableIterator<unknown, undefined> {
  readonly feeder: ContentFeeder | undefined;
  /** The consumer waits for the cell, or does not any more. */
  onWaiting: (waiting: boolean) => void = () => undefined;
  /** The cell owes nothing any more. */
  onOver: () => void = () => undefined;
  readonly #options: StreamCallOptions;
  readonly #items: unknown[] = [];
  #waiting: Waiting | undefined;
  #credit = ITEM_WINDOW;
  #taken = 0;
  #ended = false;
  #problem: ProblemError | undefined;

  constructor(options: StreamCallOptions) {
    this.#options = options;
    this.feeder = options.feeder;
  }

  result(): void {
    throw new ProtocolViolation('one answer where a stream was asked for');
  }

  item(value: unknown): void {
    if (this.#credit === 0) throw new ProtocolViolation('a stream item beyond the credit');
    this.#credit -= 1;
    this.#items.push(value);
    this.#serve();
  }

  end(): void {
    this.#finish();
    this.#serve();
  }

  fail(problem: ProblemError): void {
    if (this.#ended) return;
    this.#finish();
    this.#problem = problem;
    this.#serve();
  }

  progress(): void {
    if (this.#waiting !== undefined) this.onWaiting(true);
  }

  next(): Promise<IteratorResult<unknown, undefined>> {
    if (this.#waiting !== undefined) throw new Error('a stream of a cell is read one item after the other');
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.onWaiting(true);
      this.#serve();
    });
  }

  return(): Promise<IteratorResult<unknown, undefined>> {
    if (!this.#ended) this.#options.abandon();
    this.#finish();
    this.#items.length = 0;
    this.#problem = undefined;
    this.#serve();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #serve(): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    if (this.#items.length > 0) {
      this.#settle();
      waiting.resolve({ done: false, value: this.#items.shift() });
      this.#giveCredit();
    } else if (this.#problem !== undefined) {
      this.#settle();
      const problem = this.#problem;
      this.#problem = undefined;
      waiting.reject(problem);
    } else if (this.#ended) {
      this.#settle();
      waiting.resolve({ done: true, value: undefined });
    }
  }

  #finish(): void {
    this.#ended = true;
    this.onOver();
  }

  #settle(): void {
    this.#waiting = undefined;
    this.onWaiting(false);
  }

  #giveCredit(): void {
    this.#taken += 1;
    if (this.#ended || this.#taken < ITEM_WINDOW / 2) return;
    this.#credit += this.#taken;
    this.#options.grant(this.#taken);
    this.#taken = 0;
  }
}
