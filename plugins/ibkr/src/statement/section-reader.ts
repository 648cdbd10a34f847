import type { FlexRow } from '../row/flex-row.js';

/** Reads the rows of one section of one statement. */
export interface SectionReader {
  read(row: FlexRow): void;
  /** Called once, when the statement has ended. */
  finish(): void;
}
