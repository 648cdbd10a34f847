import { rawRow, type CsvRow } from '@bourse/sdk';
import type { Column, ColumnLayout } from './columns.js';
import type { Entry } from './entry.js';
import type { NumberMarks } from './number-marks.js';
import { RowError } from './row-error.js';

const NUMBERS = ['amount', 'quotePrice', 'settledAmount', 'feeAmount'] as const;

/** One row of the history: its cells without the spaces around them. */
export interface HistoryRow extends Entry {
  readonly ordinal: number;
  readonly line: number;
}

/**
 * Picks the cells of a row by the columns of its file.
 *
 * @throws RowError where the row has not as many cells as the header; empty ones behind the last do not count.
 */
export function toHistoryRow(
  row: CsvRow,
  header: readonly string[],
  layout: ColumnLayout,
  marks: NumberMarks,
): HistoryRow {
  const { cells, ordinal, line } = row;
  if (row.malformed !== undefined) throw new RowError(row.malformed);
  if (cells.length < layout.width || cells.slice(layout.width).some((cell) => cell.trim() !== '')) {
    throw new RowError(`The row has ${cells.length} cells, the header ${layout.width}.`);
  }
  const cell = (column: Column): string => cells[layout.positions[column] ?? -1]?.trim() ?? '';
  const [amount = '', quotePrice = '', settledAmount = '', feeAmount = ''] = marks.withPoints(
    NUMBERS.map(cell),
  );
  return {
    ordinal,
    line,
    raw: rawRow(header, cells),
    timezone: cell('timezone'),
    date: cell('date'),
    time: cell('time'),
    type: cell('type').toLowerCase().replace(/[ -]+/g, '_'),
    currency: cell('currency'),
    amount,
    quoteCurrency: cell('quoteCurrency') || layout.impliedCurrency,
    quotePrice,
    settledCurrency: cell('settledCurrency') || layout.impliedCurrency,
    settledAmount,
    feeCurrency: cell('feeCurrency'),
    feeAmount,
    status: cell('status').toLowerCase(),
    transactionId: cell('transactionId'),
    address: cell('address'),
  };
}
