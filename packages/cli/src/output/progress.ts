import { cutText } from './cut-text.js';

/** How often progress is drawn anew, in milliseconds. */
const INTERVAL = 100;
/** Columns and rows of a terminal that does not say how many it has. */
const LEAST_COLUMNS = 80;
const LEAST_ROWS = 24;
const CLEAR_LINE = '\r\u001b[K';
const LINE_UP = '\u001b[A';

/** Lines that say how far a long piece of work is; they are gone when the work is done. */
export class Progress {
  readonly #stream: NodeJS.WriteStream | undefined;
  #drawnAt = 0;
  /** Lines that are shown. */
  #height = 0;

  /** @param stream The terminal to draw on; absent where nothing is to be drawn. */
  constructor(stream: NodeJS.WriteStream | undefined) {
    this.#stream = stream;
  }

  /** Whether anybody sees it. */
  get isVisible(): boolean {
    return this.#stream !== undefined;
  }

  /**
   * Shows lines that are printable already, unless the former ones have only just been drawn.
   *
   * @param isLasting Whether nothing newer may come for a while, so that they are drawn in any case.
   */
  update(lines: string | readonly string[], isLasting = false): void {
    const now = performance.now();
    if (this.#stream === undefined) return;
    if (this.#height > 0 && !isLasting && now - this.#drawnAt < INTERVAL) return;
    const { columns, rows } = this.#stream;
    const shown = [lines]
      .flat()
      .slice(0, (rows || LEAST_ROWS) - 1)
      .map((line) => cutText(line, (columns || LEAST_COLUMNS) - 1));
    this.#stream.write(this.#clearing() + shown.join('\n'));
    this.#drawnAt = now;
    this.#height = shown.length;
  }

  clear(): void {
    if (this.#height > 0) this.#stream?.write(this.#clearing());
    this.#height = 0;
  }

  #clearing(): string {
    return CLEAR_LINE + (LINE_UP + CLEAR_LINE).repeat(Math.max(0, this.#height - 1));
  }
}
