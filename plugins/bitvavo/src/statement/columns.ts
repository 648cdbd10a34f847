import { ProblemError } from '@bourse/sdk';

const COMMON_NAMES = {
  timezone: 'Timezone',
  date: 'Date',
  time: 'Time',
  type: 'Type',
  currency: 'Currency',
  amount: 'Amount',
  feeCurrency: 'Fee currency',
  feeAmount: 'Fee amount',
  status: 'Status',
  transactionId: 'Transaction ID',
};

/** The header in use since July 2024. */
const CURRENT_NAMES = {
  ...COMMON_NAMES,
  quoteCurrency: 'Quote Currency',
  quotePrice: 'Quote Price',
  settledCurrency: 'Received / Paid Currency',
  settledAmount: 'Received / Paid Amount',
};

/** The columns of the header before: everything was quoted and settled in euros. */
const FORMER_NAMES: ColumnNames = {
  ...COMMON_NAMES,
  quotePrice: 'Price (EUR)',
  settledAmount: 'EUR received / paid',
};

/** Both headers have it; a file without it can be read all the same. */
const ADDRESS = 'Address';

/** A column of the history, by what it holds. */
export type Column = keyof typeof CURRENT_NAMES | 'address';

/** What a file calls its columns. */
export type ColumnNames = Readonly<Partial<Record<Column, string>>>;

/** Where the columns of one file are. */
export interface ColumnLayout {
  /** How many columns the file has. */
  readonly width: number;
  readonly names: ColumnNames;
  readonly positions: Readonly<Partial<Record<Column, number>>>;
  /** The currency of prices and settled amounts where no column says it. */
  readonly impliedCurrency: string;
}

const NAMES = new Set(
  [...Object.values(CURRENT_NAMES), ...Object.values(FORMER_NAMES), ADDRESS].map(normalized),
);

/** So many names of columns tell that a row is the header. */
const TELLING = 5;

/** Tells whether a row can be the header. */
export function isHeader(cells: readonly string[]): boolean {
  return cells.filter((cell) => NAMES.has(normalized(cell))).length >= TELLING;
}

/**
 * Finds the columns by name, in any order and among any others.
 *
 * @throws ProblemError UNSUPPORTED_FORMAT naming the columns that are missing or there twice.
 */
export function findColumns(header: readonly string[]): ColumnLayout {
  const cells = header.map(normalized);
  const has = (name: string | undefined): boolean => name !== undefined && cells.includes(normalized(name));
  const isFormer = has(FORMER_NAMES.quotePrice) || has(FORMER_NAMES.settledAmount);
  const required = isFormer ? FORMER_NAMES : CURRENT_NAMES;
  const names = { ...required, address: ADDRESS };
  refuse(
    Object.values(required).filter((name) => !has(name)),
    'The transaction history lacks the column',
  );
  refuse(
    Object.values(names).filter((name) => isTwice(cells, normalized(name))),
    'The transaction history has twice the column',
  );
  const positions = Object.fromEntries(
    Object.entries(names).map(([column, name]) => [column, cells.indexOf(normalized(name))]),
  );
  return { width: header.length, names, positions, impliedCurrency: isFormer ? 'EUR' : '' };
}

function refuse(names: readonly string[], complaint: string): void {
  const [first] = names;
  if (first === undefined) return;
  throw new ProblemError({
    code: 'UNSUPPORTED_FORMAT',
    message: `${complaint} ${names.map((name) => `"${name}"`).join(', ')}.`,
    remedy: 'Export the full transaction history as CSV again and give the file as it is.',
    place: { column: first },
  });
}

function isTwice(cells: readonly string[], name: string): boolean {
  return cells.indexOf(name) !== cells.lastIndexOf(name);
}

/** Spaces and upper and lower case in the name of a column mean nothing. */
function normalized(name: string): string {
  return name.replace(/\s+/g, '').toLowerCase();
}
