import { cutText } from './cut-text.js';

/** How often a line of progress is drawn anew, in milliseconds. */
const INTERVAL = 100;
/** Columns of a terminal that does not say how many it has. */
const LEAST_COLUMNS = 80;
const CLEAR_LINE = '\r\u001b[K';

/** One line that says how far a long piece of work is; it is gone when the work is done. */
export class Progress {
  readonly #stream: NodeJS.WriteStream | undefined;
  #drawnAt = 0;
  #isShown = false;

  /** @param stream The terminal to draw on; absent where nothing is to be drawn. */
  constructor(stream: NodeJS.WriteStream | undefined) {
    this.#stream = stream;
  }

  /** Shows a text that is printable already, unless the former one has only just been drawn. */
  update(text: string): void {
    const now = performance.now();
    if (this.#stream === undefined || (this.#isShown && now - this.#drawnAt < INTERVAL)) return;
    this.#drawnAt = now;
    this.#isShown = true;
    this.#stream.write(CLEAR_LINE + cutText(text, (this.#stream.columns || LEAST_COLUMNS) - 1));
  }

  clear(): void {
    if (this.#isShown) this.#stream?.write(CLEAR_LINE);
    this.#isShown = false;
  }
}
