/** What is not read in time: the oldest go first, since a newer item makes them worthless. */
const MAX_WAITING = 10_000;

/** What is said on each connection of a stream, and what is made of it. */
export interface SocketTalk<Item> {
  /** An address that begins with `wss:`; the manifest has a permission for it. */
  readonly url: string;
  /** Speaks first, once the connection is there. */
  opened?(line: SocketLine<Item>): void;
  /** Makes items of a frame: {@link SocketLine.give}. What it throws ends the whole stream. */
  received(text: string, line: SocketLine<Item>): void;
  /** A frame that is sent again and again, so that the institution keeps the connection. */
  readonly signOfLife?: { readonly text: string; readonly everyMs: number };
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

/** One connection: frames go out, items come in. */
export class SocketLine<Item> {
  readonly #talk: SocketTalk<Item>;
  readonly #socket: WebSocket;
  readonly #waiting: Item[] = [];
  readonly #stop = (): void => this.close();
  #signOfLife: ReturnType<typeof setInterval> | undefined;
  #isOver = false;
  #isConfirmed = false;
  #failure: { readonly error: unknown } | undefined;
  #wake = (): void => undefined;

  constructor(talk: SocketTalk<Item>) {
    this.#talk = talk;
    this.#socket = new WebSocket(talk.url);
    this.#socket.addEventListener('open', () => this.#try(() => this.#open()));
    this.#socket.addEventListener('message', ({ data }) => {
      this.#try(() => talk.received(typeof data === 'string' ? data : '', this));
    });
    // An error is followed by a close.
    this.#socket.addEventListener('error', () => undefined);
    this.#socket.addEventListener('close', this.#stop);
    talk.signal.addEventListener('abort', this.#stop);
    if (talk.signal.aborted) this.close();
  }

  /** Whether the institution has taken what was asked of it. */
  get isConfirmed(): boolean {
    return this.#isConfirmed;
  }

  /** Objects are sent as JSON. */
  send(frame: string | object): void {
    this.#socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** The institution has taken what was asked of it: the losses before are forgotten. */
  confirm(): void {
    this.#isConfirmed = true;
  }

  give(item: Item): void {
    this.#isConfirmed = true;
    if (this.#waiting.length >= MAX_WAITING) this.#waiting.shift();
    this.#waiting.push(item);
    this.#wake();
  }

  /** Ends this connection; the stream goes on with another one. */
  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#talk.signal.removeEventListener('abort', this.#stop);
    clearInterval(this.#signOfLife);
    this.#socket.close();
    this.#wake();
  }

  /** Ends when the connection does. */
  async *items(): AsyncGenerator<Item, void, void> {
    while (!this.#isOver || this.#waiting.length > 0) {
      const item = this.#waiting.shift();
      if (item !== undefined) yield item;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  #open(): void {
    const { signOfLife, opened } = this.#talk;
    if (signOfLife !== undefined)
      this.#signOfLife = setInterval(() => this.send(signOfLife.text), signOfLife.everyMs);
    opened?.call(this.#talk, this);
  }

  #try(work: () => void): void {
    if (this.#isOver) return;
    try {
      work();
    } catch (error) {
      this.#failure = { error };
      this.close();
    }
  }
}
