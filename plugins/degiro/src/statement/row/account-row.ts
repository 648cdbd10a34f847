import {
  isIsin,
  parseLocal,
  quoteCell,
  type CalendarDate,
  type Decimal,
  type DecimalMark,
  type Instant,
  type Money,
} from '@bourse/sdk';
import { foldText } from '../words/fold-text.js';
import { repairMojibake } from '../words/repair-mojibake.js';
import type { AnyColumn } from './column.js';
import type { ColumnLayout } from './column-layout.js';
import type { LogicalRow } from './logical-rows.js';
import { toMoney } from './money.js';
import { readNumber, type NumberMarks } from './number-marks.js';
import { RowError } from './row-error.js';

/** DEGIRO prints dates and times as its clocks in Amsterdam show them, to the minute, in whatever country the client is. */
const ZONE = 'Europe/Amsterdam';

const DATE_FORMAT = 'dd-MM-yyyy';

/** An order id has 36 characters. */
const ORDER_ID_MAX = 100;

/** The most characters of a description; longer ones are cut off. */
const DESCRIPTION_MAX = 4096;

/** What one row of the statement says, whatever it means. */
export interface AccountRow {
  readonly ordinal: number;
  readonly lines: readonly number[];
  readonly cells: readonly string[];
  readonly date: CalendarDate;
  /** As printed: `18:33`. */
  readonly printedTime: string;
  /** Absent where the printed time exists twice or never. */
  readonly instant?: Instant;
  readonly valueDate?: CalendarDate;
  readonly product: string;
  /** As printed, be it valid or not. */
  readonly printedIsin: string;
  /** Absent where none is printed or its check digit fails. */
  readonly isin?: string;
  /** With one space for spaces of every kind, and repaired where its encoding was broken. */
  readonly description: string;
  /** The description as words are looked up. */
  readonly folded: string;
  /** Units of one currency for one of another, as printed. */
  readonly rate?: Decimal;
  /** What the row does to the balance; absent where it prints no amount. */
  readonly money?: Money;
  /** The balance of the row's currency after the row. */
  readonly balance?: Money;
  readonly orderId?: string;
  /** How numbers are read that could be read in two ways. */
  readonly ambiguousMark: DecimalMark;
}

/**
 * Reads a row.
 *
 * @throws RowError where a cell does not hold what its column is for.
 */
export function toAccountRow(row: LogicalRow, layout: ColumnLayout, marks: NumberMarks): AccountRow {
  checkCells(row, layout);
  const cell = (column: AnyColumn): string => row.cells[layout.positions[column] ?? -1]?.trim() ?? '';
  const mark = marks.observe([cell('amount'), cell('balance'), cell('rate')].filter((text) => text !== ''));
  const description = repairMojibake(cell('description')).replace(/\s+/g, ' ').slice(0, DESCRIPTION_MAX);
  if (description === '') throw new RowError('The description is missing.', 'description');
  const printedIsin = cell('isin');
  return {
    ordinal: row.ordinal,
    lines: row.lines,
    cells: row.cells,
    ...readTime(cell('date'), cell('time')),
    ...optional('valueDate', readValueDate(cell('valueDate'))),
    product: repairMojibake(cell('product')),
    printedIsin,
    ...optional('isin', isIsin(printedIsin) ? printedIsin : undefined),
    description,
    folded: foldText(description),
    ...optional('rate', readRate(cell('rate'))),
    ...optional('money', readMoney(cell('amount'), cell('currency'), mark, 'amount')),
    ...optional('balance', readMoney(cell('balance'), cell('balanceCurrency'), mark, 'balance')),
    ...optional('orderId', readOrderId(cell('orderId'))),
    ambiguousMark: mark,
  };
}

/** A row has as many cells as the header; empty ones behind the last do not count. */
function checkCells({ cells, malformed }: LogicalRow, { header }: ColumnLayout): void {
  if (malformed !== undefined) throw new RowError(`The row is damaged: ${malformed}.`);
  if (cells.length < header.length || cells.slice(header.length).some((cell) => cell.trim() !== '')) {
    throw new RowError(`The row has ${cells.length} cells, the header ${header.length}.`);
  }
}

function readTime(date: string, time: string): Pick<AccountRow, 'date' | 'printedTime' | 'instant'> {
  const local = parseLocal(`${dayFirst(date)} ${padded(time)}`, `${DATE_FORMAT} HH:mm`, ZONE);
  if (local?.printedTime === undefined) {
    const isDate = parseLocal(dayFirst(date), DATE_FORMAT, ZONE) !== undefined;
    throw isDate
      ? new RowError(`${quoteCell(time)} is no time such as 18:33.`, 'time')
      : new RowError(`${quoteCell(date)} is no date such as 31-12-2024.`, 'date');
  }
  return { date: local.date, printedTime: local.printedTime, ...optional('instant', local.instant) };
}

/** Programs that work with tables save `01-05-2024` and `09:30` as `1-5-2024` or `01.05.2024`, and as `9:30:00`. */
function padded(text: string): string {
  return text
    .replaceAll('.', '-')
    .replace(/(?<!\d)\d(?=[-:])/g, '0$&')
    .replace(/^(\d\d:\d\d):00$/, '$1');
}

/** Other programs save `01-05-2024` as `2024-05-01`, too. */
function dayFirst(date: string): string {
  return padded(date).replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3-$2-$1');
}

function readValueDate(text: string): CalendarDate | undefined {
  if (text === '') return undefined;
  const local = parseLocal(dayFirst(text), DATE_FORMAT, ZONE);
  if (local === undefined)
    throw new RowError(`${quoteCell(text)} is no date such as 31-12-2024.`, 'valueDate');
  return local.date;
}

/** A rate always has decimals, so that `1.129` is never a thousand and more. */
function readRate(text: string): Decimal | undefined {
  if (text === '') return undefined;
  const rate = readNumber(text, text.includes(',') ? ',' : '.');
  if (rate === undefined || rate.startsWith('-'))
    throw new RowError(`${quoteCell(text)} is no exchange rate.`, 'rate');
  return rate;
}

function readMoney(
  text: string,
  code: string,
  mark: DecimalMark,
  column: 'amount' | 'balance',
): Money | undefined {
  if (text === '') return undefined;
  const amount = readNumber(text, mark);
  if (amount === undefined) throw new RowError(`${quoteCell(text)} is no amount.`, column);
  return toMoney(amount, code, column === 'amount' ? 'currency' : 'balanceCurrency');
}

/** @throws RowError where the id ends with the dash at which DEGIRO breaks it, so that its rest is missing. */
function readOrderId(text: string): string | undefined {
  if (text.length > ORDER_ID_MAX) throw new RowError(`${quoteCell(text)} is no order id.`, 'orderId');
  if (text.endsWith('-')) throw new RowError(`The order id ${quoteCell(text)} is cut off.`, 'orderId');
  return text === '' ? undefined : text;
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
}
