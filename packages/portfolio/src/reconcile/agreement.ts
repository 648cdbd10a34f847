import type { SyncConnections } from '../sync/sync-options.js';
import type { Reconciliation } from './reconciliation.js';

type Progress = SyncConnections['progress'];

const listOf = (accountId: string, key: string): string => `agreed ${accountId} ${key}`;

/** When a line of a connection last agreed. */
export function agreementsOf(
  progress: Progress,
  connectionId: string,
): (accountId: string, key: string) => string | undefined {
  return (accountId, key) => progress.doneUntil(connectionId, listOf(accountId, key));
}

/** Remembers on which lines ledger and institution agree today. */
export async function saveAgreements(
  progress: Progress,
  connectionId: string,
  { reconciliations, today }: { reconciliations: readonly Reconciliation[]; today: string },
): Promise<void> {
  for (const { accountId, cash, positions = [] } of reconciliations)
    for (const { key, agrees } of [...cash, ...positions])
      if (agrees) await progress.save(connectionId, listOf(accountId, key), today);
}
