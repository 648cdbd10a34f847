import type { Problem } from '../../interfaces/problems/problem.js';
import type { JsonValue } from '../channel/json.js';
import type { HostMessage, StorageMessage } from '../channel/messages.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import { STORAGE_LIMIT } from '../channel/storage-limits.js';
import { toHostProblem } from './host-problem.js';
import type { StoragePort } from './storage-port.js';
import { Throttle } from './throttle.js';

const RATE = { burst: 500, perSecond: 100 };

export interface StorageDeskOptions {
  readonly port: StoragePort;
  readonly now: () => number;
  readonly say: (message: HostMessage) => void;
  readonly onProblem: (problem: Problem) => void;
  readonly limited: boolean;
}

/** Does what a plugin asks of its storage, one thing after the other. */
export class StorageDesk {
  readonly #options: StorageDeskOptions;
  readonly #throttle: Throttle;
  #lastId = 0;
  #open = 0;
  #isClosed = false;
  #before: Promise<void> = Promise.resolve();

  constructor(options: StorageDeskOptions) {
    this.#options = options;
    this.#throttle = new Throttle({ ...RATE, what: 'storage operations', limited: options.limited });
  }

  handle(message: StorageMessage): void {
    if (message.id <= this.#lastId) throw new ProtocolViolation('a storage operation whose id does not rise');
    if (this.#options.limited && this.#open >= STORAGE_LIMIT)
      throw new ProtocolViolation('too many open storage operations');
    if ((message.operation === 'set') !== Object.hasOwn(message, 'value'))
      throw new ProtocolViolation('a storage operation with a value too many or too few');
    this.#lastId = message.id;
    this.#open += 1;
    const mayStart = this.#throttle.enter();
    this.#before = this.#before.then(() => mayStart()).then(() => this.#do(message));
  }

  /** What was asked for before is still written, but nobody is told. */
  close(): void {
    this.#isClosed = true;
  }

  async #do(message: StorageMessage): Promise<void> {
    const { id } = message;
    const { now, onProblem } = this.#options;
    try {
      const value = await this.#answer(message);
      this.#say({ type: 'stored', id, ...(value === undefined ? {} : { value }), now: now() });
    } catch (error) {
      const problem = toHostProblem(error);
      onProblem(problem);
      this.#say({ type: 'storageFailed', id, problem, now: now() });
    }
    this.#open -= 1;
  }

  async #answer({ operation, key, value }: StorageMessage): Promise<JsonValue | undefined> {
    const { port } = this.#options;
    switch (operation) {
      case 'get':
        return port.get(key);
      case 'list':
        return port.list(key);
      case 'delete':
        return void (await port.delete(key));
      case 'set':
        // Everything that comes out of a message is JSON.
        return void (await port.set(key, value as JsonValue));
    }
  }

  #say(message: HostMessage): void {
    if (!this.#isClosed) this.#options.say(message);
  }
}
