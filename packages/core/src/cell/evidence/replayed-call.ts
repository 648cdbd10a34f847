import type { JsonObject } from '../channel/json.js';
import type { Cell } from '../host/cell.js';
import type { CallOptions } from '../host/cell-options.js';
import type { CallEvent } from './evidence-bundle.js';

/** A call of the evidence that is made again. */
export class ReplayedCall {
  /** Settles when the call is over, however it ended. */
  readonly settled: Promise<void>;
  readonly #abort = new AbortController();
  #items = 0;
  #onItem: (() => void) | undefined;

  constructor(cell: Cell, event: CallEvent, given: CallOptions, input: JsonObject) {
    const options = { ...given, signal: this.#abort.signal };
    const { service, method } = event;
    const run = event.stream
      ? this.#readAll(cell.stream(service, method, input, options))
      : cell.call(service, method, input, options).then(() => undefined);
    this.settled = run.catch(() => undefined);
  }

  /** Gives the call up once it has brought as many items as it had brought then. */
  async cancelAfter(items: number): Promise<void> {
    while (this.#items < items) {
      const item = new Promise<true>((resolve) => (this.#onItem = () => resolve(true)));
      if ((await Promise.race([item, this.settled.then(() => false)])) === false) return;
    }
    this.#abort.abort();
  }

  async #readAll(items: AsyncIterable<unknown>): Promise<void> {
    for await (const _ of items) {
      this.#items += 1;
      this.#onItem?.();
    }
  }
}
