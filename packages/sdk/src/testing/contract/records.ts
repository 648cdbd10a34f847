import type { Statement } from '@bourse/core/interfaces';

/** A record of a statement, of any kind. */
export type AnyRecord = Statement[(typeof RECORD_LISTS)[number]][number];

const RECORD_LISTS = [
  'transactions',
  'cashMovements',
  'transfers',
  'dividends',
  'fees',
  'corporateActions',
  'positions',
] as const;

/** All records of a statement. */
export function recordsOf(statement: Statement): AnyRecord[] {
  return RECORD_LISTS.flatMap((list): AnyRecord[] => statement[list]);
}

/** The rows that stand in records, accounts and rates. */
export function recordedRows(statement: Statement): ReadonlySet<number> {
  const sources = [...recordsOf(statement), ...statement.accounts].flatMap(
    ({ source }) => source?.rows ?? [],
  );
  return new Set([...sources, ...statement.fxRates.flatMap(({ rows }) => rows ?? [])]);
}
