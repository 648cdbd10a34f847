import { ProblemError } from '@bourse/sdk';
import { foldText } from '../words/fold-text.js';
import { repairMojibake } from '../words/repair-mojibake.js';
import type { Language } from '../words/language.js';
import { LANGUAGES } from '../words/languages.js';
import { COLUMNS, OPTIONAL_COLUMNS, type AnyColumn, type Column } from './column.js';
import { isTransactionList, transactionListRefused } from './transaction-list.js';

/** Where the columns of one file are. */
export interface ColumnLayout {
  readonly header: readonly string[];
  /** Without those that the file lacks; none of them is needed. */
  readonly positions: Readonly<Partial<Record<AnyColumn, number>>>;
}

type Positions = Partial<Record<AnyColumn, number>>;

/** Each amount stands behind its currency. */
const AMOUNTS = { currency: 'amount', balanceCurrency: 'balance' } as const;

const NAMED = COLUMNS.filter((column): column is Column => column !== 'amount' && column !== 'balance');

const NAMES = new Map(
  NAMED.map((column) => [
    column,
    new Set(LANGUAGES.flatMap(({ columns }) => columns[column]).map(foldText)) as ReadonlySet<string>,
  ]),
);

/** So many names of columns tell that a row is the header. */
const TELLING = 5;

/** Tells whether a row can be the header. */
export function isHeader(printed: readonly string[]): boolean {
  const cells = printed.map((cell) => foldText(repairMojibake(cell)));
  return [...NAMES.values()].filter((names) => cells.some((cell) => names.has(cell))).length >= TELLING;
}

/**
 * Finds the columns by their names in any language, in any order and among any others. Names that no table knows are
 * told by their place, if the header is laid out as DEGIRO exports it.
 *
 * @throws ProblemError UNSUPPORTED_FORMAT naming the columns that are missing or there twice.
 */
export function findColumns(printed: readonly string[]): ColumnLayout {
  const header = printed.slice(0, widthOf(printed));
  const cells = header.map((cell) => foldText(repairMojibake(cell)));
  if (isTransactionList(cells)) throw transactionListRefused();
  const positions = completeByPlace(findByName(cells), cells);
  const missing = COLUMNS.filter((column) => positions[column] === undefined);
  const needed = missing.filter((column) => !OPTIONAL_COLUMNS.has(column));
  if (needed.length > 0) throw columnsMissing(needed, cells);
  return { header, positions };
}

/** A comma at the end of the header makes no column; the amounts are the only ones without a name. */
function widthOf(header: readonly string[]): number {
  return Math.max(COLUMNS.length, header.findLastIndex((cell) => cell.trim() !== '') + 1);
}

function findByName(cells: readonly string[]): Positions {
  const positions: Positions = {};
  let dates: readonly number[] | undefined;
  for (const column of NAMED) {
    const found = cells.flatMap((cell, index) => (NAMES.get(column)?.has(cell) === true ? [index] : []));
    const [index, second] = found;
    if (column === 'date' && found.length === 2) dates = found;
    else if (second !== undefined) throw columnTwice(cells[index ?? 0] ?? '');
    if (index !== undefined) positions[column] = index;
  }
  if (dates !== undefined) splitDates(positions, dates, cells);
  for (const [currency, amount] of Object.entries(AMOUNTS) as [keyof typeof AMOUNTS, AnyColumn][]) {
    const index = positions[currency];
    if (index !== undefined && canBeAmount(index + 1, cells)) positions[amount] = index + 1;
  }
  return positions;
}

/** Polish and Czech exports call the date of booking and the one behind it, that of value, by one name. */
function splitDates(positions: Positions, dates: readonly number[], cells: readonly string[]): void {
  const [date = 0, valueDate = 0] = dates;
  if (positions.valueDate !== undefined) throw columnTwice(cells[date] ?? '');
  positions.date = date;
  positions.valueDate = valueDate;
}

/** The amounts have no names, unless somebody gave all columns one. */
function canBeAmount(index: number, cells: readonly string[]): boolean {
  const cell = cells[index];
  if (cell === undefined) return false;
  if (isUnnamed(cell)) return true;
  return !cells.some(isUnnamed) && ![...NAMES.values()].some((names) => names.has(cell));
}

/** Programs that work with tables call a column without a name "Unnamed: 8". */
function isUnnamed(cell: string | undefined): boolean {
  return cell === '' || /^unnamed\b/.test(cell ?? '-');
}

/** An unknown name of a column is no loss where all others are in the place that they always have. */
function completeByPlace(positions: Positions, cells: readonly string[]): Positions {
  const isUsual = COLUMNS.every(
    (column, index) => positions[column] === undefined || positions[column] === index,
  );
  const hasAmounts =
    isUnnamed(cells[COLUMNS.indexOf('amount')]) && isUnnamed(cells[COLUMNS.indexOf('balance')]);
  if (!isUsual || !hasAmounts || positions.isin === undefined || cells.length < COLUMNS.length)
    return positions;
  const usual = COLUMNS.map((column, index) => [column, index] as const);
  return Object.fromEntries(usual);
}

function columnsMissing(missing: readonly AnyColumn[], cells: readonly string[]): ProblemError {
  const { columns } = languageOf(cells);
  const names = missing.map((column) => {
    if (column === 'amount') return `the amount behind "${columns.currency[0] ?? ''}"`;
    if (column === 'balance') return `the amount behind "${columns.balanceCurrency[0] ?? ''}"`;
    return `"${columns[column][0] ?? ''}"`;
  });
  return refused(`The account statement lacks columns: ${names.join(', ')}.`, names[0]);
}

function columnTwice(name: string): ProblemError {
  return refused(`The account statement has the column "${name}" twice.`, name);
}

function refused(message: string, column: string | undefined): ProblemError {
  return new ProblemError({
    code: 'UNSUPPORTED_FORMAT',
    message,
    remedy: 'Export the account statement from DEGIRO as CSV again and give the file as it is.',
    ...(column === undefined ? {} : { place: { lines: [1], column } }),
  });
}

/** The language that most of the columns are named in. */
function languageOf(cells: readonly string[]): Language {
  const score = ({ columns }: Language) =>
    NAMED.filter((column) => columns[column].some((name) => cells.includes(foldText(name)))).length;
  return LANGUAGES.reduce((best, language) => (score(language) > score(best) ? language : best));
}
