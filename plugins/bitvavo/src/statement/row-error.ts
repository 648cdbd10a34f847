import type { Column } from './columns.js';

/** Why a row cannot be read. The reader reports it as ROW_MALFORMED and goes on with the next row. */
export class RowError extends Error {
  /** Absent where the row as a whole is wrong. */
  readonly column: Column | undefined;

  constructor(message: string, column?: Column) {
    super(message);
    this.name = 'RowError';
    this.column = column;
  }
}
