interface Source {
  start?(controller: StreamController): unknown;
  pull?(controller: StreamController): unknown;
  cancel?(reason: unknown): unknown;
}

type Result = IteratorResult<unknown, undefined>;

interface Reading {
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

/** What a source and a reader of one stream share. */
class StreamState {
  readonly source: Source;
  readonly chunks: unknown[] = [];
  readonly readings: Reading[] = [];
  phase: 'readable' | 'closed' | 'errored' = 'readable';
  reason: unknown = undefined;
  locked = false;
  #pulling = false;
  /** The controller that the source gets. */
  readonly controller = new StreamController(this);

  constructor(source: Source) {
    this.source = source;
  }

  enqueue(chunk: unknown): void {
    if (this.phase !== 'readable') throw new TypeError('the stream is closed');
    const reading = this.readings.shift();
    if (reading === undefined) this.chunks.push(chunk);
    else reading.resolve({ done: false, value: chunk });
  }

  close(): void {
    if (this.phase !== 'readable') return;
    this.phase = 'closed';
    for (const reading of this.readings.splice(0)) reading.resolve({ done: true, value: undefined });
  }

  fail(reason: unknown): void {
    if (this.phase !== 'readable') return;
    this.phase = 'errored';
    this.reason = reason;
    this.chunks.length = 0;
    for (const reading of this.readings.splice(0)) reading.reject(reason);
  }

  read(): Promise<Result> {
    if (this.chunks.length > 0) return Promise.resolve({ done: false, value: this.chunks.shift() });
    if (this.phase === 'errored') return Promise.reject(this.reason);
    if (this.phase === 'closed') return Promise.resolve({ done: true, value: undefined });
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.readings.push({ resolve, reject });
    void this.pull();
    return promise;
  }

  async pull(): Promise<void> {
    if (this.#pulling || this.phase !== 'readable') return;
    this.#pulling = true;
    try {
      await this.source.pull?.(this.controller);
    } catch (error) {
      this.fail(error);
    }
    this.#pulling = false;
    if (this.readings.length > 0 && this.source.pull !== undefined) void this.pull();
  }

  async cancel(reason: unknown): Promise<void> {
    if (this.phase !== 'readable') return;
    this.chunks.length = 0;
    this.close();
    await this.source.cancel?.(reason);
  }
}

export class StreamController {
  readonly #state: StreamState;

  constructor(state: StreamState) {
    this.#state = state;
  }

  get desiredSize(): number {
    return 1 - this.#state.chunks.length;
  }

  enqueue(chunk: unknown): void {
    this.#state.enqueue(chunk);
  }

  close(): void {
    this.#state.close();
  }

  error(reason: unknown): void {
    this.#state.fail(reason);
  }
}

export class StreamReader {
  readonly #state: StreamState;
  #released = false;

  constructor(state: StreamState) {
    if (state.locked) throw new TypeError('the stream is locked');
    state.locked = true;
    this.#state = state;
  }

  read(): Promise<Result> {
    if (this.#released) return Promise.reject(new TypeError('the reader was released'));
    return this.#state.read();
  }

  cancel(reason?: unknown): Promise<void> {
    return this.#state.cancel(reason);
  }

  releaseLock(): void {
    if (!this.#released) this.#state.locked = false;
    this.#released = true;
  }
}

/** A stream of chunks as far as plugins use it: one reader, pull and cancel, asynchronous iteration. */
export class ReadableStream {
  readonly #state: StreamState;

  constructor(source: Source = {}) {
    this.#state = new StreamState(source);
    source.start?.(this.#state.controller);
  }

  static from(chunks: AsyncIterable<unknown> | Iterable<unknown>): ReadableStream {
    const iterator =
      Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
    return new ReadableStream({
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async (reason) => void (await iterator.return?.(reason)),
    });
  }

  get locked(): boolean {
    return this.#state.locked;
  }

  getReader(): StreamReader {
    return new StreamReader(this.#state);
  }

  cancel(reason?: unknown): Promise<void> {
    if (this.#state.locked) return Promise.reject(new TypeError('the stream is locked'));
    return this.#state.cancel(reason);
  }

  /** Two streams of the same chunks; the slower one keeps what it has not read. The source ends when nobody wants more. */
  tee(): [ReadableStream, ReadableStream] {
    return branches(this.getReader());
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<unknown, void, void> {
    const reader = this.getReader();
    try {
      for (let result = await reader.read(); !result.done; result = await reader.read()) yield result.value;
    } finally {
      await reader.cancel();
      reader.releaseLock();
    }
  }
}

function branches(reader: StreamReader): [ReadableStream, ReadableStream] {
  const controllers: (StreamController | undefined)[] = [undefined, undefined];
  let reading: Promise<void> | undefined;
  const read = async (): Promise<void> => {
    try {
      const { done, value } = await reader.read();
      for (const controller of controllers) if (done) controller?.close();
      if (!done) for (const controller of controllers) controller?.enqueue(value);
    } catch (error) {
      for (const controller of controllers) controller?.error(error);
    }
    reading = undefined;
  };
  const branch = (index: number): ReadableStream =>
    new ReadableStream({
      start: (controller) => void (controllers[index] = controller),
      pull: () => (reading ??= read()),
      cancel: async (reason) => {
        controllers[index] = undefined;
        if (controllers.every((controller) => controller === undefined)) await reader.cancel(reason);
      },
    });
  return [branch(0), branch(1)];
}
