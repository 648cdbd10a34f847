import { printable } from '@bourse/core';
import { DEFAULT_ACCOUNT_ID } from '@bourse/core/interfaces';

/** An account as people know it: files without an account number belong to the only account of their institution. */
export function accountName({
  institution,
  accountId,
}: {
  readonly institution: string;
  readonly accountId: string;
}): string {
  return accountId === DEFAULT_ACCOUNT_ID ? printable(institution) : printable(`${institution} ${accountId}`);
}
