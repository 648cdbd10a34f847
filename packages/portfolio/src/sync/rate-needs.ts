import type { CanonicalPart } from '@bourse/core';
import type { FxRate } from '@bourse/core/interfaces';
import type { LedgerData } from '../entries/ledger-data.js';
import { addDays } from './since.js';

/** Days before the first record from which rates are of use: it may be on a holiday. */
const LEAD_DAYS = 10;

/** The rates that a ledger has a use for. */
export interface RateNeeds {
  readonly currencies: ReadonlySet<string>;
  /** The first day. */
  readonly since: string;
}

/** Undefined where there is nothing to convert. */
export function findRateNeeds({ entries, accounts, instruments }: LedgerData): RateNeeds | undefined {
  const currencies = new Set<string>();
  let first: string | undefined;
  for (const { currency, date } of entries) {
    if (currency !== undefined) currencies.add(currency);
    if (first === undefined || date < first) first = date;
  }
  for (const { statements } of accounts.values())
    for (const { account } of statements)
      for (const { currency } of [...(account.cash ?? []), ...(account.openingCash ?? [])])
        currencies.add(currency);
  for (const { currency } of instruments.values()) if (currency !== undefined) currencies.add(currency);
  return first === undefined ? undefined : { currencies, since: addDays(first, -LEAD_DAYS) };
}

/** Leaves of a part the rates between currencies that are needed and the one that the provider counts from. */
export function chooseRates({ currencies }: RateNeeds): (part: CanonicalPart) => CanonicalPart {
  return (part) => {
    const hub = mostFrequent(part.fxRates);
    const isWanted = (currency: string): boolean => currency === hub || currencies.has(currency);
    return { ...part, fxRates: part.fxRates.filter(({ base, quote }) => isWanted(base) && isWanted(quote)) };
  };
}

function mostFrequent(rates: readonly FxRate[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { base, quote } of rates)
    for (const currency of [base, quote]) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].reduce<[string, number] | undefined>(
    (best, next) => (best === undefined || next[1] > best[1] ? next : best),
    undefined,
  )?.[0];
}
