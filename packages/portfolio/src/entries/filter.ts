import type { AccountEntry } from './ledger-data.js';

/** Which records a question is about. */
export interface Filter {
  /** An account id, or institution and account id as in `Acme/123`. */
  readonly account?: string | undefined;
  /** The first day that counts. */
  readonly since?: string | undefined;
  /** The last day that counts. */
  readonly until?: string | undefined;
}

export function isInAccount({ account }: Filter, { institution, accountId }: AccountEntry): boolean {
  return account === undefined || account === accountId || account === `${institution}/${accountId}`;
}

export function isInPeriod({ since, until }: Filter, date: string): boolean {
  return (since === undefined || date >= since) && (until === undefined || date <= until);
}
