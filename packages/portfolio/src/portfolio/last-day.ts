import type { LedgerData } from '../entries/ledger-data.js';

/** The last day that the ledger knows anything of; empty where it knows nothing. */
export function lastDayOf({ entries, rates, accounts }: LedgerData): string {
  let last = '';
  const see = (date: string | undefined): void => {
    if (date !== undefined && date > last) last = date;
  };
  for (const { date, status } of entries) if (status !== 'ANNOUNCED' && status !== 'FORECAST') see(date);
  for (const { date } of rates) see(date);
  for (const { statements } of accounts.values()) for (const { date } of statements) see(date);
  return last;
}
