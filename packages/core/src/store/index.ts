export type { Approval, Approver } from './approval.js';
export { BoundedHistory } from './bounded-history.js';
export { CacheRecords } from './cache-records.js';
export {
  ConnectionRecords,
  type ConnectionRecord,
  type Environment,
  type LocalProgram,
} from './connection-records.js';
export { CounterRecords } from './counter-records.js';
export { CrashRecords } from './crash-records.js';
export { DevelopmentRecords } from './development-records.js';
export { HostDatabase } from './host-database.js';
export { InstallRecords, type InstallRecord } from './install-records.js';
export { LEASE_MS, Leases, type LeaseHolder } from './leases.js';
export { LoginRecords, type RefusedLogin } from './login-records.js';
export { LogRecords, type LogLine } from './log-records.js';
export { makeFolder } from './make-folder.js';
export { makePrivate } from './make-private.js';
export { OriginRecords, type PackageOrigin } from './origin-records.js';
export { digestOfBytes, PluginStore } from './plugin-store.js';
export { RememberedReads } from './remembered-reads.js';
export { removeLeftovers } from './remove-leftovers.js';
export { StorageRecords, type StorageOwner } from './storage-records.js';
export { SettingRecords } from './setting-records.js';
export { SyncRecords } from './sync-records.js';
export { WriteQueue } from './write-queue.js';
