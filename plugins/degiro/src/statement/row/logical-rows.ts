import type { CsvRow } from '@bourse/sdk';
import type { AnyColumn } from './column.js';
import type { ColumnLayout } from './column-layout.js';

/** A row of the statement with the lines that continue it. */
export interface LogicalRow {
  /** Counts rows with their continuations as one; the first is 1. */
  readonly ordinal: number;
  /** Lines of the file on which the row and its continuations begin. */
  readonly lines: readonly number[];
  readonly cells: readonly string[];
  /** Why the row's quotes cannot be understood. */
  readonly malformed?: string;
}

/** Long texts go on in the line below, where all other cells are empty. */
const WRAPPED: readonly AnyColumn[] = ['product', 'isin', 'description', 'orderId'];

/** Columns without spaces: what goes on belongs directly behind. */
const SOLID: readonly AnyColumn[] = ['isin', 'orderId'];

/** Joins each row with the lines that continue it. */
export async function* joinContinuations(
  rows: AsyncIterable<CsvRow>,
  layout: ColumnLayout,
): AsyncGenerator<LogicalRow> {
  let held: LogicalRow | undefined;
  for await (const row of rows) {
    if (held !== undefined && isContinuation(row, layout)) {
      held = joined(held, row, layout);
      continue;
    }
    if (held !== undefined) yield held;
    held = toLogicalRow(row, (held?.ordinal ?? 0) + 1);
  }
  if (held !== undefined) yield held;
}

function toLogicalRow({ line, cells, malformed }: CsvRow, ordinal: number): LogicalRow {
  return { ordinal, lines: [line], cells, ...(malformed === undefined ? {} : { malformed }) };
}

function isContinuation({ cells, malformed }: CsvRow, { positions }: ColumnLayout): boolean {
  if (malformed !== undefined) return false;
  const wrapped = WRAPPED.map((column) => positions[column]);
  const filled = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [index]));
  return filled.length > 0 && filled.every((index) => wrapped.includes(index));
}

function joined(row: LogicalRow, next: CsvRow, { positions }: ColumnLayout): LogicalRow {
  const solid = SOLID.map((column) => positions[column]);
  const cells = row.cells.map((cell, index) => {
    const rest = next.cells[index] ?? '';
    if (rest.trim() === '') return cell;
    return cell === '' || cell.endsWith('-') || solid.includes(index) ? cell + rest : `${cell} ${rest}`;
  });
  return { ...row, cells, lines: [...row.lines, next.line] };
}
