import { CONTENT_WINDOW } from '../channel/messages.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';

export interface ContentSink {
  chunk(bytes: Uint8Array): void;
  end(): void;
  /** The source could not be read to its end. */
  fail(error: unknown): void;
}

/** Sends the pieces of an input, as far as the cell has asked for them. */
export class ContentFeeder {
  readonly #pieces: AsyncIterable<Uint8Array>;
  readonly #sink: ContentSink;
  #credit = CONTENT_WINDOW;
  /** Pieces sent and not yet asked to be replaced. */
  #outstanding = 0;
  #wake: (() => void) | undefined;
  #stopped = false;
  #sentBytes = 0;

  constructor(pieces: AsyncIterable<Uint8Array>, sink: ContentSink) {
    this.#pieces = pieces;
    this.#sink = sink;
  }

  /** Bytes that the cell has been given. */
  get sentBytes(): number {
    return this.#sentBytes;
  }

  /** Never rejects. */
  async run(): Promise<void> {
    try {
      for await (const piece of this.#pieces) {
        await this.#waitForCredit();
        if (this.#stopped) return;
        this.#send(piece);
      }
      this.#sink.end();
    } catch (error) {
      if (!this.#stopped) this.#sink.fail(error);
    }
  }

  addCredit(count: number): void {
    if (count === 0 || count > this.#outstanding)
      throw new ProtocolViolation('credit for content that was not sent');
    this.#outstanding -= count;
    this.#credit += count;
    this.#wake?.();
  }

  stop(): void {
    this.#stopped = true;
    this.#wake?.();
  }

  #send(bytes: Uint8Array): void {
    this.#credit -= 1;
    this.#outstanding += 1;
    this.#sentBytes += bytes.length;
    this.#sink.chunk(bytes);
  }

  async #waitForCredit(): Promise<void> {
    while (this.#credit === 0 && !this.#stopped) await new Promise<void>((resolve) => (this.#wake = resolve));
  }
}
