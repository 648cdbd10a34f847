import type { Problem } from '@bourse/core/interfaces';
import { findDuplicateProblems, type AccountRef, type Ledger, type SyncedList } from '@bourse/portfolio';

/** What the accounts of a connection leave uncounted until the user says whether it happened twice. */
export interface HeldBack {
  /** How many of the records that this sync brought. */
  readonly new: number;
  /** One for each record, also of earlier syncs and imports. */
  readonly problems: readonly Problem[];
}

/** Finds what the ledger does not count of accounts that were synced. */
export function findHeldBack(
  ledger: Ledger,
  lists: readonly SyncedList[],
  accounts: readonly AccountRef[],
): HeldBack {
  const names = accounts.map(({ institution, accountId }) => `${institution}/${accountId}`);
  if (names.length === 0) return { new: 0, problems: [] };
  const data = ledger.readAccounts(names);
  const importIds = new Set(lists.filter((list) => list.new > 0).map(({ importId }) => importId));
  const isNew = (id: string): boolean =>
    ledger.listRevisions(id).every((revision) => revision.importIds.every((each) => importIds.has(each)));
  return {
    new: data.duplicates.filter(({ decided, heldBack }) => !decided && isNew(heldBack)).length,
    problems: names.flatMap((account) => findDuplicateProblems(data, { account })),
  };
}
