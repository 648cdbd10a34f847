import type { Problem } from '@bourse/core/interfaces';
import type { StoredList } from './store-list.js';
import type { SyncedList } from './sync-events.js';

/** A list of which nothing was stored. */
export function emptyList(name: string): SyncedList {
  return { name, new: 0, revised: 0, known: 0, unclassified: 0, problems: [] };
}

/** What became of a list that was stored. Rates that the ledger has from the same answer are no news. */
export function toSyncedList(
  name: string,
  { report, rates }: StoredList,
  others: readonly Problem[],
): SyncedList {
  const { problems = [], ...counts } = report === undefined ? {} : countsOf(report);
  return {
    ...emptyList(name),
    ...counts,
    ...(rates === 0 || report?.repeated === true ? {} : { rates }),
    problems: [...problems, ...others],
  };
}

function countsOf({
  importId,
  new: fresh,
  revised,
  known,
  unclassified,
  problems,
}: NonNullable<StoredList['report']>) {
  return { importId, new: fresh, revised, known, unclassified, problems };
}
