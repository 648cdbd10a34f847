import type { NormalizedManifest } from '../manifest/index.js';
import type { Approval, Approver, InstallRecord, InstallRecords, PluginStore } from '../store/index.js';
import { ProblemError } from '../interfaces/index.js';
import { lessOf } from './grants.js';
import { earlierThan } from './old-versions.js';
import { missingPermissions, permissionsOf, type Permission } from './permissions.js';

/** What should become of a version that was found. */
export type Verdict =
  /** It serves already. */
  | { readonly kind: 'serves' }
  /** It may serve without asking: a release lists it, or it asks for no more than was granted. */
  | { readonly kind: 'adopt'; readonly by: Approver }
  /** The user has to approve it. */
  | { readonly kind: 'waits'; readonly asksFor: readonly Permission[] }
  /** The user went back behind it; it serves again only when he approves it anew. */
  | { readonly kind: 'left-behind'; readonly asksFor: readonly Permission[] };

/** Decides what becomes of a version that was found under an identity. */
export function judgeVersion(
  found: { readonly manifest: NormalizedManifest; readonly digest: string },
  known: { readonly record: InstallRecord | undefined; readonly approvals: readonly Approval[] },
  releasedDigests: ReadonlySet<string>,
): Verdict {
  const { record, approvals } = known;
  if (record?.digest === found.digest) return { kind: 'serves' };
  const served = approvals.find((approval) => approval.digest === record?.digest);
  // What the user has left out is no news.
  const settled = [...(served?.permissions ?? []), ...(served?.declined ?? [])];
  const asksFor = missingPermissions(permissionsOf(found.manifest), settled);
  if (approvals.some((approval) => approval.digest === found.digest)) return { kind: 'left-behind', asksFor };
  if (releasedDigests.has(found.digest)) return { kind: 'adopt', by: 'release' };
  if (record?.digest !== undefined && asksFor.length === 0) return { kind: 'adopt', by: 'update' };
  return { kind: 'waits', asksFor };
}

/**
 * Goes back to the version that served before the present one was approved, as far as the store still has it; never to one that the
 * user went back behind, so that the next time leads one further back. What he has taken away since then stays away.
 *
 * @returns The approval of the version that serves now.
 * @throws ProblemError NO_EARLIER_VERSION
 */
export function rollBack(
  { records, store }: { readonly records: InstallRecords; readonly store: PluginStore },
  id: string,
): Approval {
  const approvals = records.approvalsOf(id);
  const earlier = earlierThan(approvals, records.find(id)?.digest);
  const approval = earlier.find(({ digest }) => store.has(digest));
  if (approval === undefined) {
    const reason = earlier.length === 0 ? 'was ever approved' : 'is kept any more';
    throw new ProblemError({
      code: 'NO_EARLIER_VERSION',
      message: `No earlier version of "${id}" ${reason}.`,
    });
  }
  const grants = lessOf(approval, takenAwaySince(approvals, approval));
  records.narrow(id, approval.digest, grants);
  records.leaveBehind(id, approvals.indexOf(approval));
  records.serve(id, approval.digest);
  return { ...approval, ...grants };
}

/** What the user declined in approvals that came later, the latest word on each permission being the one that counts. */
function takenAwaySince(approvals: readonly Approval[], approval: Approval): string[] {
  const isDeclined = new Map<string, boolean>();
  for (const { permissions, declined } of approvals.slice(0, approvals.indexOf(approval)).reverse()) {
    for (const permission of permissions) isDeclined.set(permission, false);
    for (const permission of declined) isDeclined.set(permission, true);
  }
  return [...isDeclined].flatMap(([permission, is]) => (is ? [permission] : []));
}
