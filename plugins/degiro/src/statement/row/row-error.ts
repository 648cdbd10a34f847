import type { AnyColumn } from './column.js';

/** Why a row cannot be read. The reader reports it as ROW_MALFORMED and goes on with the next row. */
export class RowError extends Error {
  /** Absent where the row as a whole is wrong. */
  readonly column: AnyColumn | undefined;

  constructor(message: string, column?: AnyColumn) {
    super(message);
    this.name = 'RowError';
    this.column = column;
  }
}

/** The most characters of a cell that a message quotes. */
const QUOTED_MAX = 60;

/** A cell as messages show it. */
export function quoted(cell: string): string {
  return cell.length > QUOTED_MAX ? `"${cell.slice(0, QUOTED_MAX)}…"` : `"${cell}"`;
}
