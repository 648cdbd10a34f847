import type { AccountRef } from './account-ref.js';
import { isInAccount, type Filter } from './filter.js';
import type { AccountEntry, LedgerData } from './ledger-data.js';
import { isSimulated } from './simulated.js';

/** A ledger without what is simulated, where it holds something that is real. */
export interface SeparatedLedger {
  readonly data: LedgerData;
  /** Accounts of which nothing is in `data` although the question is about them as well. */
  readonly leftOut: readonly AccountRef[];
}

/**
 * Leaves out what is simulated, so that no sum, no price and no rate of what is real is made of it. A ledger in which nothing is
 * real is answered as it is; of a question to simulated accounts alone, what is real is left out.
 */
export function separateSimulated(data: LedgerData, filter: Pick<Filter, 'account'> = {}): SeparatedLedger {
  const held = new Set(data.entries.map(({ account }) => account));
  const holding = [...data.accounts.values()].filter(
    ({ key, statements }) => held.has(key) || statements.length > 0,
  );
  if (holding.every(isSimulated)) return { data, leftOut: [] };
  const asked = holding.filter((account) => isInAccount(filter, account));
  const wantsSimulated = asked.length > 0 && asked.every(isSimulated);
  const leftOut = asked.filter((account) => isSimulated(account) !== wantsSimulated);
  return {
    data: keepSide(data, wantsSimulated),
    leftOut: leftOut.map(({ institution, accountId }) => ({ institution, accountId })),
  };
}

/** Rates that are real are so for simulated accounts as well. */
function keepSide(data: LedgerData, simulated: boolean): LedgerData {
  const isKept = (account: AccountEntry): boolean => isSimulated(account) === simulated;
  const accounts = new Map([...data.accounts].filter(([, account]) => isKept(account)));
  const isOfKept = ({ account }: { readonly account: number }): boolean => accounts.has(account);
  return {
    ...data,
    accounts,
    entries: data.entries.filter(isOfKept),
    heldBack: data.heldBack.filter(isOfKept),
    duplicates: data.duplicates.filter(isOfKept),
    similarAccounts: data.similarAccounts.filter(({ stated }) => accounts.has(stated)),
    rates: simulated ? data.rates : data.rates.filter((rate) => !isSimulated(rate)),
  };
}
