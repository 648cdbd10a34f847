import { BODY_WINDOW } from '../../channel/network-limits.js';
import { ReadableStream, type StreamController } from '../endowments/readable-stream.js';

export interface AnswerBodyOptions {
  /** The plugin has read so many pieces. */
  readonly onRead: (count: number) => void;
  /** The plugin does not want the rest. */
  readonly onCancel: () => void;
}

/** The body of an answer: pieces wait here until the plugin reads them, never more than the host had credit for. */
export class AnswerBody {
  readonly stream: ReadableStream;
  readonly #onRead: (count: number) => void;
  readonly #waiting: Uint8Array[] = [];
  #read = 0;
  #end: { readonly reason?: unknown } | undefined;
  #wake: (() => void) | undefined;

  constructor({ onRead, onCancel }: AnswerBodyOptions) {
    this.#onRead = onRead;
    this.stream = new ReadableStream({
      pull: (controller) => this.#pull(controller),
      cancel: () => {
        this.finish();
        onCancel();
      },
    });
  }

  /** The bytes are copied: what comes off the channel shares its memory with other messages. */
  add(bytes: Uint8Array): void {
    this.#waiting.push(new Uint8Array(bytes));
    this.#wake?.();
  }

  finish(): void {
    this.#end ??= {};
    this.#wake?.();
  }

  /** What waits is lost. */
  fail(reason: unknown): void {
    if (this.#end !== undefined) return;
    this.#end = { reason };
    this.#waiting.length = 0;
    this.#wake?.();
  }

  async #pull(controller: StreamController): Promise<void> {
    while (this.#waiting.length === 0 && this.#end === undefined)
      await new Promise<void>((resolve) => (this.#wake = resolve));
    const piece = this.#waiting.shift();
    if (piece !== undefined) {
      controller.enqueue(piece);
      this.#askForMore();
    } else if (this.#end !== undefined && 'reason' in this.#end) controller.error(this.#end.reason);
    else controller.close();
  }

  #askForMore(): void {
    this.#read += 1;
    if (this.#read < BODY_WINDOW / 2 || this.#end !== undefined) return;
    this.#onRead(this.#read);
    this.#read = 0;
  }
}
