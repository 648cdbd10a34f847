/** Characters gathered before they are written. */
const BATCH = 65_536;

/** A stream of the process that may go away while it is written to, as with `| head`. */
export class OutputStream {
  readonly #stream: NodeJS.WriteStream;
  #failure: NodeJS.ErrnoException | undefined;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.#failure ??= error;
    });
  }

  /** Why the output could not be written; a reader that has seen enough is no failure. */
  get failure(): NodeJS.ErrnoException | undefined {
    return this.#failure?.code === 'EPIPE' ? undefined : this.#failure;
  }

  writeLines(lines: Iterable<string>): Promise<void> {
    return this.write(endLines(lines));
  }

  /** Writes pieces of text as fast as the other side takes them; what comes after it went away is dropped. */
  async write(chunks: Iterable<string>): Promise<void> {
    let batch = '';
    for (const chunk of chunks) {
      if (this.#failure !== undefined) return;
      batch += chunk;
      if (batch.length < BATCH) continue;
      await this.#writeBatch(batch);
      batch = '';
    }
    if (batch !== '') await this.#writeBatch(batch);
  }

  #writeBatch(batch: string): Promise<void> {
    return new Promise((resolve) => {
      this.#stream.write(batch, () => resolve());
    });
  }
}

function* endLines(lines: Iterable<string>): Generator<string, void, void> {
  for (const line of lines) yield `${line}\n`;
}
