import type { SQLOutputValue } from 'node:sqlite';

/** A value of a column that holds text and nothing else. */
export function text(value: SQLOutputValue | undefined): string {
  if (typeof value !== 'string') throw new TypeError(`the ledger holds ${typeof value} where text must be`);
  return value;
}

export function optionalText(value: SQLOutputValue | undefined): string | undefined {
  return value === null || value === undefined ? undefined : text(value);
}

export function integer(value: SQLOutputValue | undefined): number {
  if (typeof value !== 'number')
    throw new TypeError(`the ledger holds ${typeof value} where a number must be`);
  return value;
}

export function optionalInteger(value: SQLOutputValue | undefined): number | undefined {
  return value === null || value === undefined ? undefined : integer(value);
}
