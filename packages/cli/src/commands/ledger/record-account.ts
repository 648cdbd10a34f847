import type { Source } from '@bourse/core/interfaces';
import { accountName } from './account-name.js';

/** The account of a record as people know it. */
export function recordAccount({ source }: { readonly source: Source }): string {
  return accountName(source);
}
