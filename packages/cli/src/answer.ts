import type { Style } from './output/style.js';

/** How an answer is to look. */
export interface View {
  readonly style: Style;
  /** Columns of the terminal; absent where nothing has to be cut. */
  readonly width: number | undefined;
}

/** What a command found out or did: as data for programs, as lines for people. */
export interface Answer {
  readonly json: unknown;
  readonly lines: (view: View) => Iterable<string>;
  /** Whether all of it was written as it came, so that nothing is left to show. */
  readonly isShown?: boolean;
  /** Whether some input was refused, so that the command ends with 1. */
  readonly isRefusal?: boolean;
}
