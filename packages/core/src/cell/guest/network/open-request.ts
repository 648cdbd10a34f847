import { FRAME_BODY } from '../../channel/frame.js';
import type { AnswerHead, HeaderPair, NetworkAnswer } from '../../channel/messages.js';
import { BODY_PIECE_BYTES, BODY_WINDOW } from '../../channel/network-limits.js';
import { send, sendBytes } from '../channel.js';
import type { ReadableStream } from '../endowments/readable-stream.js';
import { AnswerBody } from './answer-body.js';

export interface RequestParts {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly HeaderPair[];
  readonly body: Uint8Array | undefined;
}

/** The head of an answer and its body, which is a stream unless it has come as a whole. */
export interface Answer extends AnswerHead {
  readonly body: ReadableStream | Uint8Array;
}

/** One request of the plugin. */
export class OpenRequest {
  readonly #parts: RequestParts;
  readonly #onOver: () => void;
  readonly #answer = Promise.withResolvers<Answer>();
  readonly #body = new AnswerBody({
    onRead: (count) => this.#giveCredit(count),
    onCancel: () => this.#finish(),
  });
  #id: number | undefined;
  #sentBytes = 0;
  #credit = BODY_WINDOW;
  #isOver = false;

  /** @param onOver Called once, when the host has said its last word or the plugin wants no more of it. */
  constructor(parts: RequestParts, onOver: () => void) {
    this.#parts = parts;
    this.#onOver = onOver;
  }

  /** Undefined until it has begun. */
  get id(): number | undefined {
    return this.#id;
  }

  get answer(): Promise<Answer> {
    return this.#answer.promise;
  }

  begin(id: number): void {
    const { method, url, headers, body } = this.#parts;
    this.#id = id;
    send({ type: 'request', id, method, url, headers, hasBody: body !== undefined });
    this.#sendBody();
  }

  addPiece(bytes: Uint8Array): void {
    if (!this.#isOver) this.#body.add(bytes);
  }

  handle(message: NetworkAnswer & { type: 'requestCredit' | 'response' | 'responseEnd' }): void {
    if (this.#isOver) return;
    switch (message.type) {
      case 'requestCredit':
        this.#credit += message.count;
        return this.#sendBody();
      case 'response': {
        const { status, url, headers } = message;
        return this.#answer.resolve({ status, url, headers, body: this.#body.stream });
      }
      case 'responseEnd':
        this.#body.finish();
        return this.#finish();
    }
  }

  /** The bytes are copied: what comes off the channel shares its memory with other messages. */
  take({ status, url, headers }: AnswerHead, bytes: Uint8Array): void {
    if (this.#isOver) return;
    this.#answer.resolve({ status, url, headers, body: new Uint8Array(bytes) });
    this.#finish();
  }

  /** There is no answer, or no more of it: it failed, or the plugin gave it up. */
  fail(reason: unknown): void {
    if (this.#isOver) return;
    this.#answer.reject(reason);
    this.#body.fail(reason);
    this.#finish();
  }

  #sendBody(): void {
    const id = this.#id;
    const { body } = this.#parts;
    if (id === undefined || body === undefined) return;
    while (this.#credit > 0 && this.#sentBytes < body.length) {
      const piece = body.subarray(this.#sentBytes, this.#sentBytes + BODY_PIECE_BYTES);
      this.#credit -= 1;
      this.#sentBytes += piece.length;
      sendBytes(FRAME_BODY, id, piece);
      if (this.#sentBytes === body.length) send({ type: 'requestEnd', id });
    }
  }

  #giveCredit(count: number): void {
    if (!this.#isOver && this.#id !== undefined) send({ type: 'responseCredit', id: this.#id, count });
  }

  #finish(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#onOver();
  }
}
