import type { FlexRow } from '../row/flex-row.js';

/** So many rows of second choice are held back until one of first choice has come. */
const HELD_MAX = 10_000;

/** What becomes of the rows of two levels. */
export interface LevelActions {
  readonly read: (row: FlexRow) => void;
  readonly ignore: (rows: readonly FlexRow[]) => void;
}

/**
 * Keeps one of two levels of detail that tell the same money. Rows of second choice are held back; the first row of
 * first choice makes them repeats. Where none has come by the end of the statement, or among the first ten thousand,
 * the second choice is read, and rows of first choice that still come are the repeats.
 */
export class LevelChoice {
  readonly #actions: LevelActions;
  #chosen: 'FIRST' | 'SECOND' | undefined;
  #held: FlexRow[] = [];

  constructor(actions: LevelActions) {
    this.#actions = actions;
  }

  /** Whether any row has been read. */
  get hasRead(): boolean {
    return this.#chosen !== undefined;
  }

  first(row: FlexRow): void {
    if (this.#chosen === undefined) {
      this.#chosen = 'FIRST';
      this.#actions.ignore(this.#held);
      this.#held = [];
    }
    this.#take(row, 'FIRST');
  }

  second(row: FlexRow): void {
    if (this.#chosen !== undefined) {
      this.#take(row, 'SECOND');
      return;
    }
    this.#held.push(row);
    if (this.#held.length >= HELD_MAX) this.#chooseSecond();
  }

  finish(): void {
    if (this.#chosen === undefined && this.#held.length > 0) this.#chooseSecond();
  }

  #chooseSecond(): void {
    this.#chosen = 'SECOND';
    const rows = this.#held;
    this.#held = [];
    for (const row of rows) this.#actions.read(row);
  }

  #take(row: FlexRow, level: 'FIRST' | 'SECOND'): void {
    if (this.#chosen === level) this.#actions.read(row);
    else this.#actions.ignore([row]);
  }
}
