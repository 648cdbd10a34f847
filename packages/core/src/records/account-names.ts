import { DEFAULT_ACCOUNT_ID } from '../interfaces/index.js';

/** Whose the records of one file or one answer are, beside what they say themselves. */
export interface AccountNames {
  /** The account that records without an account number belong to. */
  readonly defaultAccount?: string | undefined;
  /** What the institution is called in the records, where that is not its own name, as for simulated ones. */
  readonly institution?: string | undefined;
  /** Accounts by other names of theirs, such as one that the user gave before the number was known. */
  readonly aliases?: ReadonlyMap<string, string> | undefined;
  /**
   * For accounts that have taken over the records of another name: that name. The ids of their records are made of it, so that
   * each booking stays one record.
   */
  readonly idNames?: ReadonlyMap<string, string> | undefined;
}

/** The account that a plugin's account id stands for. */
export function accountOf(accountId: string, { defaultAccount, aliases }: AccountNames): string {
  const named = accountId === DEFAULT_ACCOUNT_ID ? (defaultAccount ?? DEFAULT_ACCOUNT_ID) : accountId;
  return aliases?.get(named) ?? named;
}

/** What the ids of an account's records are made of. A name that another account has taken over is not used twice. */
export function idNameOf(account: string, { idNames }: AccountNames): string {
  const own = idNames?.get(account);
  if (own !== undefined || idNames === undefined) return own ?? account;
  const isTaken = account !== DEFAULT_ACCOUNT_ID && [...idNames.values()].includes(account);
  return isTaken ? `${account}, an account of its own` : account;
}
