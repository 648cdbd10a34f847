import type { LedgerData } from '@bourse/portfolio';

/** What to tell of a ledger that has nothing in it. */
export const NOTHING_YET = 'There is nothing in the ledger yet. Begin with: bourse import <file>';

/** The answer to any question to an empty ledger; undefined where it holds something. */
export function nothingYet({ accounts }: LedgerData): string[] | undefined {
  return accounts.size === 0 ? [NOTHING_YET] : undefined;
}
