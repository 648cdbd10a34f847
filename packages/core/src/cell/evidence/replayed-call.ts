import type { JsonObject } from '../channel/json.js';
import type { Cell } from '../host/cell.js';
import type { CallOptions } from '../host/cell-options.js';
import type { CallEvent } from './evidence-bundle.js';

/** A call of the evidence that is made again. */
export class ReplayedCall {
  /** Settles when the call is over, however it ended. */
  readonly settled: Promise<unknown>;
  readonly #abort = new AbortController();
  /** Settles when so many items of a stream were taken as at the time, or it ended before. */
  readonly #taken: Promise<unknown>;

  /** `items`: how many may be taken from a stream before it is canceled. */
  constructor(cell: Cell, event: CallEvent, given: CallOptions, input: JsonObject, items: number) {
    const options = { ...given, signal: this.#abort.signal };
    const { service, method } = event;
    if (event.stream) {
      const stream = cell.stream(service, method, input, options);
      this.#taken = take(stream, items).catch(() => undefined);
      this.settled = this.#taken;
    } else {
      this.settled = cell.call(service, method, input, options).catch(() => undefined);
      this.#taken = Promise.resolve();
    }
  }

  async cancel(): Promise<void> {
    await this.#taken;
    this.#abort.abort();
  }
}

async function take(stream: AsyncIterator<unknown>, count: number): Promise<void> {
  for (let taken = 0; taken < count; taken += 1) {
    const { done } = await stream.next();
    if (done) return;
  }
}
