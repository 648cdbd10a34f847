export { BoundedHistory } from './bounded-history.js';
export { CacheRecords } from './cache-records.js';
export { CrashRecords } from './crash-records.js';
export { HostDatabase } from './host-database.js';
export { InstallRecords, type Approval, type Approver, type InstallRecord } from './install-records.js';
export { LogRecords, type LogLine } from './log-records.js';
export { digestOfBytes, PluginStore } from './plugin-store.js';
export { removeLeftovers } from './remove-leftovers.js';
export { SettingRecords } from './setting-records.js';
