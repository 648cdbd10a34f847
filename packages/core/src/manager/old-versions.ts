import type { Approval } from '../store/index.js';
import type { HostState } from './host-state.js';

/** Versions of a plugin that the store keeps: those that were approved last. */
const KEPT = 5;

/**
 * Takes old versions of a plugin out of the store. Their approvals stay, since a version that the user went back behind
 * must not come back by itself, and since whoever looks wants to know what was allowed.
 */
export function removeOldVersions({ records, store }: HostState, id: string): void {
  const approvals = records.approvalsOf(id);
  const kept = keptDigests(approvals, records.find(id)?.digest);
  const old = new Set(approvals.map(({ digest }) => digest).filter((digest) => !kept.has(digest)));
  for (const digest of old) store.remove(digest);
}

/** The last versions, the one that serves, and those that a rollback leads to. */
function keptDigests(approvals: readonly Approval[], served: string | undefined): ReadonlySet<string> {
  const digests = new Set(approvals.map(({ digest }) => digest));
  const earlier = earlierThan(approvals, served)[0]?.digest;
  return new Set([...digests].slice(0, KEPT).concat(served ?? [], earlier ?? []));
}

/**
 * The approvals of other versions that came before that of `served`, the latest first, without those that the user went back
 * behind.
 */
export function earlierThan(approvals: readonly Approval[], served: string | undefined): readonly Approval[] {
  const standing = approvals.filter(({ leftBehind }) => leftBehind !== true);
  const present = standing.findIndex(({ digest }) => digest === served);
  return present === -1 ? [] : standing.slice(present + 1).filter(({ digest }) => digest !== served);
}
