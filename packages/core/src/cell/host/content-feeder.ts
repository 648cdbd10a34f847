import { CONTENT_CHUNK_BYTES, CONTENT_WINDOW } from '../channel/messages.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';

export interface ContentSink {
  chunk(bytes: Uint8Array): void;
  end(): void;
  /** The source could not be read to its end. */
  fail(error: unknown): void;
}

/** Sends the input of a call in pieces, as far as the cell has asked for them. */
export class ContentFeeder {
  readonly #source: AsyncIterable<Uint8Array>;
  readonly #sink: ContentSink;
  #credit = CONTENT_WINDOW;
  /** Pieces sent and not yet asked to be replaced. */
  #outstanding = 0;
  #wake: (() => void) | undefined;
  #stopped = false;
  #sentBytes = 0;

  constructor(source: AsyncIterable<Uint8Array>, sink: ContentSink) {
    this.#source = source;
    this.#sink = sink;
  }

  /** Bytes that the cell has been given. */
  get sentBytes(): number {
    return this.#sentBytes;
  }

  /** Never rejects. */
  async run(): Promise<void> {
    try {
      for await (const piece of piecesOf(this.#source)) {
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

/** Cuts the input into pieces of one length, however it arrives, so that a replay reads the same pieces. */
async function* piecesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of source) {
    // The source may use its memory again.
    parts.push(Uint8Array.from(bytes));
    length += bytes.length;
    if (length < CONTENT_CHUNK_BYTES) continue;
    let joined = Buffer.concat(parts);
    for (; joined.length >= CONTENT_CHUNK_BYTES; joined = joined.subarray(CONTENT_CHUNK_BYTES)) {
      yield joined.subarray(0, CONTENT_CHUNK_BYTES);
    }
    parts = [joined];
    ({ length } = joined);
  }
  if (length > 0) yield Buffer.concat(parts);
}
