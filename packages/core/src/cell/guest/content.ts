import { CONTENT_WINDOW } from '../channel/messages.js';
import { send } from './channel.js';

/** The input of one call as the plugin reads it; asks the host for more as pieces are taken. */
export class Content {
  readonly #callId: number;
  readonly #waiting: Uint8Array[] = [];
  #taken = 0;
  #finished = false;
  #failed = false;
  #wake: (() => void) | undefined;

  constructor(callId: number) {
    this.#callId = callId;
  }

  /** The bytes are copied: what comes off the channel shares its memory with other messages. */
  add(bytes: Uint8Array): void {
    this.#waiting.push(new Uint8Array(bytes));
    this.#wake?.();
  }

  finish(): void {
    this.#finished = true;
    this.#wake?.();
  }

  /** There is no more to read: the host could not read on, or the call is over. */
  fail(): void {
    this.#failed = true;
    this.#wake?.();
  }

  async *read(): AsyncGenerator<Uint8Array, void, void> {
    for (;;) {
      const piece = this.#failed ? undefined : this.#waiting.shift();
      if (piece !== undefined) {
        this.#askForMore();
        yield piece;
      } else if (this.#failed) {
        throw new Error('the input could not be read to its end');
      } else if (this.#finished) {
        return;
      } else {
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    }
  }

  #askForMore(): void {
    this.#taken += 1;
    if (this.#taken < CONTENT_WINDOW / 2 || this.#finished || this.#failed) return;
    send({ type: 'contentCredit', id: this.#callId, count: this.#taken });
    this.#taken = 0;
  }
}
