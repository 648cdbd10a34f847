import {
  reconcileSync,
  syncConnections,
  type ConnectionSync,
  type Reconciliation,
  type SyncOptions,
} from '@bourse/portfolio';
import type { Session } from '../../host/session.js';
import { findHeldBack, type HeldBack } from './find-held-back.js';
import { logInOptions } from './log-in-options.js';

/** What came of one connection, with what ledger and institution say. */
export interface SyncedConnection extends Omit<ConnectionSync, 'snapshot'> {
  readonly heldBack: HeldBack;
  readonly reconciliations: readonly Reconciliation[];
}

/** Brings connections up to date, then compares the ledger with what their institutions say now. */
export async function syncAndReconcile(
  session: Session,
  ids: readonly string[],
  more: Pick<SyncOptions, 'isFull' | 'onProgress'> = {},
): Promise<SyncedConnection[]> {
  const { manager, ledger, signal } = session;
  const { connections } = manager;
  const options = { connections, ledger, signal, logIn: logInOptions(session, 'Login'), ...more };
  const results: SyncedConnection[] = [];
  for (const { snapshot, ...result } of await syncConnections(ids, options)) {
    const reconciliations = await reconcileSync({ ...result, snapshot }, options);
    results.push({
      ...result,
      heldBack: findHeldBack(ledger, result.lists, reconciliations),
      reconciliations,
    });
  }
  return results;
}

export function hasFailed({ problem, lists }: SyncedConnection): boolean {
  return problem !== undefined || lists.some(({ failure }) => failure !== undefined);
}
