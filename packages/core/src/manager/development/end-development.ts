import { cellOf } from '../host-crash-history.js';
import type { HostState } from '../host-state.js';

/** The lease of the host in which a plugin is developed. */
export function developmentLease(pluginId: string): string {
  return `development:${pluginId}`;
}

/**
 * Brings a plugin back to what it was before its development, inside a transaction. What the user has decided meanwhile
 * holds.
 *
 * @param keeps Whether the version that serves stays approved, as if the user had approved it.
 * @returns What takes the versions of the development out of the store, once the transaction is over.
 */
export function endDevelopment(state: HostState, id: string, keeps = false): () => void {
  const { records, developments, crashes } = state;
  const development = developments.find(id);
  if (development === undefined) return () => undefined;
  const developed = records.developedOf(id);
  const serving = records.find(id)?.digest;
  if (serving !== undefined && developed.includes(serving)) {
    if (keeps) records.keepDeveloped(id, serving);
    else records.serve(id, development.former);
    records.endQuarantine(id);
  }
  records.removeDeveloped(id, []);
  for (const digest of developed) crashes.clear(cellOf(id, digest));
  developments.end(id);
  records.removeUnused(id);
  return () => removeUnapproved(state, id, developed);
}

/** Takes versions out of the store that nothing approves any more. */
export function removeUnapproved(
  { records, store }: HostState,
  id: string,
  digests: readonly string[],
): void {
  const approved = new Set(records.approvalsOf(id).map(({ digest }) => digest));
  for (const digest of digests) if (!approved.has(digest)) store.remove(digest);
}

/** Ends the developments whose host is gone. */
export function endAbandoned(state: HostState): void {
  for (const { pluginId } of state.developments.listOfOthers())
    state.database.transaction(() => endIfAbandoned(state, pluginId))();
}

function endIfAbandoned(state: HostState, id: string): () => void {
  const lease = developmentLease(id);
  if (!state.leases.take(lease)) return () => undefined;
  const removeVersions = endDevelopment(state, id);
  state.leases.release(lease);
  return removeVersions;
}
