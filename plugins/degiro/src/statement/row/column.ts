/** The columns of the account statement, by what they hold, in the order in which DEGIRO exports them. */
export const COLUMNS = [
  'date',
  'time',
  'valueDate',
  'product',
  'isin',
  'description',
  'rate',
  'currency',
  'amount',
  'balanceCurrency',
  'balance',
  'orderId',
] as const;

/** A column of the account statement. */
export type AnyColumn = (typeof COLUMNS)[number];

/** The columns that have a name; that of an amount is unnamed and follows the one of its currency. */
export type Column = Exclude<AnyColumn, 'amount' | 'balance'>;

/** Columns that a file may lack: they check the others, or tell more of what is known without them. */
export const OPTIONAL_COLUMNS: ReadonlySet<AnyColumn> = new Set([
  'valueDate',
  'rate',
  'balanceCurrency',
  'balance',
]);
