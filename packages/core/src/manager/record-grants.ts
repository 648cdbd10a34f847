import { grantsOf, isOfNetwork } from './grants.js';
import type { HostAudit } from './host-audit.js';
import type { HostState } from './host-state.js';

/** Writes down what a plugin may do from now on that can reach the network; of the others nothing is written down. */
export async function recordGrants({ records }: HostState, audit: HostAudit, id: string): Promise<void> {
  const { permissions, declined } = grantsOf(records, id);
  const about = { kind: 'grant', plugin: id, digest: records.find(id)?.digest } as const;
  if (![...permissions, ...declined].some(isOfNetwork)) return;
  await audit.append({ ...about, action: 'granted', permissions: [...permissions] });
  if (declined.length > 0) await audit.append({ ...about, action: 'revoked', permissions: [...declined] });
}
