import type { Ledger } from '../ledger/ledger.js';
import { institutionOf } from '../sync/kept-institution.js';
import { dayOf } from '../sync/since.js';
import type { ConnectionSync } from '../sync/sync-events.js';
import type { SyncOptions } from '../sync/sync-options.js';
import { agreementsOf, saveAgreements } from './agreement.js';
import { reconcile } from './reconcile.js';
import type { Reconciliation } from './reconciliation.js';

/** Compares the ledger with what an institution said in a sync, and remembers what agrees. */
export async function reconcileSync(
  { connectionId, snapshot }: ConnectionSync,
  { ledger, connections, now = Date.now }: Pick<SyncOptions, 'ledger' | 'connections' | 'now'>,
): Promise<Reconciliation[]> {
  const { progress } = connections;
  const reconciliations = reconcile(ledger.read(), snapshot, {
    institution: institutionOf(connections.get(connectionId)),
    agreedOn: agreementsOf(progress, connectionId),
    unclassifiedRows: countUnclassified(ledger, connectionId),
  });
  await saveAgreements(progress, connectionId, { reconciliations, today: dayOf(now()) });
  return reconciliations;
}

/** Rows of a connection that were read and not understood, in what still holds. */
function countUnclassified(ledger: Ledger, connectionId: string): number {
  return ledger
    .listImports()
    .filter((entry) => entry.connectionId === connectionId && entry.undoneAt === undefined)
    .flatMap(({ importId }) => ledger.getImport(importId).unclassified)
    .reduce((sum, { rows }) => sum + Math.max(1, rows.length), 0);
}
