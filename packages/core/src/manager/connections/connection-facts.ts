import type { BourseManifest } from '../../manifest/index.js';
import type { ConnectionRecord, RefusedLogin } from '../../store/index.js';
import type { ConnectionSummary } from './connection-summary.js';

/** Before the id of a connection in the name of the lease of its sync. */
export const SYNC_LEASE = 'sync ';

/** What is known of a connection beside its record. */
interface ConnectionFacts {
  readonly manifest: BourseManifest | undefined;
  readonly lastSyncedAt: string | undefined;
  readonly refused: RefusedLogin | undefined;
}

export function toSummary(
  record: ConnectionRecord,
  { manifest, lastSyncedAt, refused }: ConnectionFacts,
): ConnectionSummary {
  return {
    ...record,
    ...(manifest?.institution === undefined ? {} : { institution: manifest.institution }),
    services: manifest?.services ?? [],
    ...(lastSyncedAt === undefined ? {} : { lastSyncedAt }),
    ...(refused === undefined
      ? {}
      : { refusedLogin: { code: refused.code, message: refused.message, at: refused.at } }),
  };
}
