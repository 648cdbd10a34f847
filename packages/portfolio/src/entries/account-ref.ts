import type { AccountEntry } from './ledger-data.js';

/** Names an account: an account id alone is unique only within its institution. */
export interface AccountRef {
  readonly institution: string;
  readonly accountId: string;
}

export function accountRefOf({ institution, accountId }: AccountEntry): AccountRef {
  return { institution, accountId };
}
