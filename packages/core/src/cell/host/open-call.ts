import type { ProblemError } from '../../interfaces/problems/problem-error.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import type { ContentFeeder } from './content-feeder.js';

/** A call that the cell works on. */
export interface OpenCall {
  readonly feeder: ContentFeeder | undefined;
  result(value: unknown): void;
  item(value: unknown): void;
  end(): void;
  fail(problem: ProblemError): void;
  /** The cell has taken a step on this call without answering yet. */
  progress(): void;
}

/** A call with one answer. */
export class UnaryCall implements OpenCall {
  readonly feeder: ContentFeeder | undefined;
  readonly answer: Promise<unknown>;
  readonly #resolve: (value: unknown) => void;
  readonly #reject: (problem: ProblemError) => void;

  constructor(feeder: ContentFeeder | undefined) {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.feeder = feeder;
    this.answer = promise;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  result(value: unknown): void {
    this.#resolve(value);
  }

  item(): void {
    throw new ProtocolViolation('a stream item where one answer was asked for');
  }

  end(): void {
    throw new ProtocolViolation('the end of a stream where one answer was asked for');
  }

  fail(problem: ProblemError): void {
    this.#reject(problem);
  }

  progress(): void {
    // Its deadline is for the whole call.
  }
}
