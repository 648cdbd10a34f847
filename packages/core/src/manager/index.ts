export { ConnectionSession, type ListReadOptions } from './connections/connection-session.js';
export type { AskedCredential, ConnectionSummary, NewConnection } from './connections/connection-summary.js';
export { Connections } from './connections/connections.js';
export type { Lease } from './connections/lease.js';
export type { ServiceList } from './connections/lists.js';
export type { AskedCode, LogInOptions } from './connections/log-in.js';
export {
  PluginDevelopment,
  type DevelopedPackage,
  type DevelopedVersion,
} from './development/plugin-development.js';
export { HostAudit } from './host-audit.js';
export { inspectPackage, type InspectedPackage } from './inspect-package.js';
export type { ManagerOptions } from './manager-options.js';
export type { Permission } from './permissions.js';
export type { PluginDetails } from './plugin-details.js';
export { PluginManager } from './plugin-manager.js';
export type { PendingVersion, PluginSummary } from './plugin-summary.js';
export type { PackageVerdict } from './plugin-installer.js';
export { Reading, type ReadingOrigin } from './reading.js';
export type { Recognised } from './plugin-reader.js';
export type { SettingsChange } from './plugin-settings.js';
export type { StatementInput } from './statement-input.js';
