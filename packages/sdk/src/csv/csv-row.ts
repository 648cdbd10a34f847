/** One record of a CSV file. */
export interface CsvRow {
  /** 0 for the header, then 1, 2, 3 … as records and problems count their rows. */
  readonly ordinal: number;
  /** The line of the file on which the row begins, as an editor counts: the first line is 1. */
  readonly line: number;
  /** As many as the row has, be it fewer or more than the header. Quotes are taken off; spaces are kept. */
  readonly cells: readonly string[];
  /** Why the row's quotes cannot be understood; its cells are then a guess. Report the row as ROW_MALFORMED. */
  readonly malformed?: string;
}
