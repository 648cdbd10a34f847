import type { PluginDetails } from '@bourse/core';

/** Ids of the permissions that the user has left out of the version that serves. */
export function declinedOf({ approvals, digest }: PluginDetails): readonly string[] {
  return approvals.find((approval) => approval.digest === digest)?.declined ?? [];
}
