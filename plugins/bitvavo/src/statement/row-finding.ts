import type { ProblemCode, ProblemDraft } from '@bourse/sdk';
import type { Column, ColumnNames } from './columns.js';

/** Something about a row that its reader reports. */
export interface RowFinding {
  readonly code: ProblemCode;
  readonly message: string;
  readonly remedy: string;
  /** Absent where the row as a whole is meant. */
  readonly column?: Column | undefined;
}

/** The finding as a problem that names row, line and column as the file does. */
export function toProblem(
  finding: RowFinding,
  row: { readonly ordinal: number; readonly line: number },
  names: ColumnNames,
): ProblemDraft {
  const column = finding.column === undefined ? undefined : names[finding.column];
  return {
    code: finding.code,
    message: finding.message,
    remedy: finding.remedy,
    place: { rows: [row.ordinal], lines: [row.line], ...(column === undefined ? {} : { column }) },
  };
}
