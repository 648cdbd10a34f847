import type { Dispatcher } from 'undici';

/** Bytes that may wait to be read before the connection is read no further. */
const MAX_WAITING = 65_536;

/** The beginning of an answer. */
export interface AnswerHead {
  readonly status: number;
  /** Names and values in one list, as undici has them. */
  readonly rawHeaders: unknown;
}

/** One answer as undici hands it over; its body waits here until it is read. */
export class ArrivingAnswer implements Dispatcher.DispatchHandler, AsyncIterable<Uint8Array> {
  readonly #head = Promise.withResolvers<AnswerHead>();
  readonly #ended = Promise.withResolvers<Error | undefined>();
  readonly #chunks: Uint8Array[] = [];
  #waitingBytes = 0;
  #controller: Dispatcher.DispatchController | undefined;
  #end: { readonly error: Error | undefined } | undefined;
  #wake: () => void = () => undefined;

  /** Rejects where there is no answer. */
  get head(): Promise<AnswerHead> {
    return this.#head.promise;
  }

  /** Settles when nothing more comes: with the reason where that is not the end of the body. */
  get ended(): Promise<Error | undefined> {
    return this.#ended.promise;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#end?.error !== undefined) controller.abort(this.#end.error);
  }

  onResponseStart({ rawHeaders }: Dispatcher.DispatchController, status: number): void {
    // What comes before the answer itself, such as 103.
    if (status >= 200) this.#head.resolve({ status, rawHeaders });
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#end !== undefined) return;
    this.#chunks.push(chunk);
    this.#waitingBytes += chunk.byteLength;
    if (this.#waitingBytes > MAX_WAITING) controller.pause();
    this.#wake();
  }

  onResponseEnd(): void {
    this.#finish(undefined);
  }

  onResponseError(_: unknown, error: Error): void {
    this.#finish(error);
  }

  /** Nobody wants the answer, or the rest of it, any more. */
  stop(reason: Error): void {
    if (this.#end !== undefined) return;
    this.#finish(reason);
    this.#controller?.abort(reason);
  }

  /** The body, where it has come as a whole before anybody read of it. */
  takeWhole(): Uint8Array | undefined {
    if (this.#end === undefined || this.#end.error !== undefined) return undefined;
    return Buffer.concat(this.#chunks.splice(0));
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        if (this.#end?.error !== undefined) throw this.#end.error;
        const chunk = this.#take();
        if (chunk !== undefined) yield chunk;
        else if (this.#end !== undefined) return;
        else await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    } finally {
      this.stop(new Error('The body was not read to its end.'));
    }
  }

  #take(): Uint8Array | undefined {
    const chunk = this.#chunks.shift();
    this.#waitingBytes -= chunk?.byteLength ?? 0;
    if (this.#waitingBytes <= MAX_WAITING) this.#controller?.resume();
    return chunk;
  }

  #finish(error: Error | undefined): void {
    if (this.#end !== undefined) return;
    this.#end = { error };
    if (error !== undefined) {
      this.#chunks.length = 0;
      this.#head.reject(error);
    }
    this.#ended.resolve(error);
    this.#wake();
  }
}
