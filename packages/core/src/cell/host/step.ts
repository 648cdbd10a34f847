import type { ProblemError } from '../../interfaces/problems/problem-error.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';

/** One step in a cell's life, which the guest acknowledges and then finishes, both once and only after it was asked. */
export class Step<Result = undefined> {
  readonly name: string;
  readonly #done = Promise.withResolvers<Result>();
  readonly #acknowledged = Promise.withResolvers<undefined>();
  #state: 'idle' | 'running' | 'over' = 'idle';
  #isAcknowledged = false;

  constructor(name: string) {
    this.name = name;
    // Whoever waits sees the failure; a step that nobody waits for may fail in silence.
    this.#done.promise.catch(() => undefined);
    this.#acknowledged.promise.catch(() => undefined);
  }

  get running(): boolean {
    return this.#state === 'running';
  }

  /** Settles when the guest has the message, so that a deadline begins there. */
  get acknowledged(): Promise<undefined> {
    return this.#acknowledged.promise;
  }

  get done(): Promise<Result> {
    return this.#done.promise;
  }

  begin(): void {
    if (this.#state !== 'idle') throw new Error(`"${this.name}" was begun before`);
    this.#state = 'running';
  }

  acknowledge(): void {
    this.#expectRunning();
    if (this.#isAcknowledged) throw new ProtocolViolation(`"${this.name}" acknowledged twice`);
    this.#isAcknowledged = true;
    this.#acknowledged.resolve(undefined);
  }

  finish(result: Result): void {
    this.#expectRunning();
    this.#state = 'over';
    this.#done.resolve(result);
  }

  /** The plugin failed in this step. */
  refuse(problem: ProblemError): void {
    this.#expectRunning();
    this.fail(problem);
  }

  /** The cell is gone. */
  fail(problem: ProblemError): void {
    this.#state = 'over';
    this.#done.reject(problem);
    this.#acknowledged.reject(problem);
  }

  #expectRunning(): void {
    if (this.#state !== 'running') throw new ProtocolViolation(`"${this.name}" out of turn`);
  }
}
