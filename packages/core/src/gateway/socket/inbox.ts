/** Messages that wait until what sends them is told to pause, and until it may go on. */
const HIGH = 64;
const LOW = 16;

export interface InboxFlow {
  readonly pause: () => void;
  readonly resume: () => void;
}

/** What came in and was not read yet. Whoever sends is paused while the reader is behind. */
export class Inbox<Message> implements AsyncIterable<Message> {
  readonly #flow: InboxFlow;
  readonly #messages: Message[] = [];
  #isPaused = false;
  #end: { readonly error: Error | undefined } | undefined;
  #wake: (() => void) | undefined;

  constructor(flow: InboxFlow) {
    this.#flow = flow;
  }

  push(message: Message): void {
    if (this.#end !== undefined) return;
    this.#messages.push(message);
    if (this.#messages.length >= HIGH && !this.#isPaused) {
      this.#isPaused = true;
      this.#flow.pause();
    }
    this.#wake?.();
  }

  /** Ends it behind what is there; with an error where it did not end well. */
  end(error?: Error): void {
    this.#end ??= { error };
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Message> {
    for (;;) {
      const message = this.#messages.shift();
      if (message !== undefined) {
        this.#goOn();
        yield message;
      } else if (this.#end !== undefined) {
        if (this.#end.error !== undefined) throw this.#end.error;
        return;
      } else await this.#wait();
    }
  }

  #goOn(): void {
    if (!this.#isPaused || this.#messages.length > LOW) return;
    this.#isPaused = false;
    this.#flow.resume();
  }

  async #wait(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#wake = () => resolve(undefined);
    await promise;
    this.#wake = undefined;
  }
}
