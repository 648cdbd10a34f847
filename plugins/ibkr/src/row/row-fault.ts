/** Why a row cannot be read. It is reported as ROW_MALFORMED and kept as unclassified, and the next row is read. */
export class RowFault extends Error {
  /** Absent where the row as a whole is wrong. */
  readonly column: string | undefined;
  readonly remedy: string;

  constructor(
    message: string,
    column?: string,
    remedy = 'Compare the row with the statement in the Client Portal.',
  ) {
    super(message);
    this.name = 'RowFault';
    this.column = column;
    this.remedy = remedy;
  }
}
