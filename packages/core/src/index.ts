export { cashEffectsOf, contentDigest, instrumentKey } from './records/index.js';
export type { AccountNames, RecordByKind } from './records/index.js';
export { assembleStatement, RECORD_LISTS } from './statements/index.js';
export type { CanonicalPart, StatementEnd, StatementOrigin } from './statements/index.js';
export { HEAD_BYTES, matchSignatures } from './statement-files/index.js';
export type { FileHead } from './statement-files/index.js';
export { newestOf, SERVED_CONTRACTS } from './contracts/index.js';
export type { Call, Contract, Direction, Translation } from './contracts/index.js';
export {
  Connections,
  ConnectionSession,
  inspectPackage,
  PluginDevelopment,
  PluginManager,
  Reading,
} from './manager/index.js';
export type {
  AskedCode,
  AskedCredential,
  ConnectionSummary,
  DevelopedPackage,
  DevelopedVersion,
  InspectedPackage,
  Lease,
  ListReadOptions,
  LogInOptions,
  ManagerOptions,
  NewConnection,
  PackageVerdict,
  PendingVersion,
  Permission,
  PluginDetails,
  PluginSummary,
  ReadingOrigin,
  Recognised,
  ServiceList,
  SettingsChange,
  StatementInput,
} from './manager/index.js';
export type { Finding, FindingPlace, FindingSeverity, NormalizedManifest } from './manifest/index.js';
export { isAcceptable, locateFindings, readManifest } from './manifest/index.js';
export { PLUGIN_STATES } from './lifecycle/index.js';
export type { PluginState, StateChange, StateTransition } from './lifecycle/index.js';
export type { HealthMetric, HealthStatus, Threshold } from './health/index.js';
export { makeFolder, makePrivate } from './store/index.js';
export type { Approval, LocalProgram, LogLine, PackageOrigin } from './store/index.js';
export { Cell } from './cell/index.js';
export type {
  CellLimits,
  ConnectionName,
  JsonObject,
  JsonValue,
  NetworkAnswer,
  NetworkPort,
  NetworkRequest,
  NetworkSocket,
  OfferedServices,
  ReplayReport,
  SocketRequest,
  StoragePort,
} from './cell/index.js';
export { systemPluginFolder } from './discovery/index.js';
export {
  currentEnvironment,
  negotiateApiVersion,
  validateManifest,
  validateSettings,
} from './validation/index.js';
export type { HostEnvironment } from './validation/index.js';
export { printable } from './text/index.js';
export { AUDIT_FORMATS, exportAudit } from './audit/index.js';
export type { AuditEntry, AuditFinding, AuditFormat, AuditRange, AuditReport } from './audit/index.js';
export { Gateway } from './gateway/index.js';
export type {
  CapturedValue,
  CredentialValue,
  GatewayAnswer,
  HttpAnswer,
  HttpSender,
  LiveSecret,
  OutgoingRequest,
  ShownCertificate,
  VaultPort,
} from './gateway/index.js';
export { CassetteRecorder, parseCassette, playCassette } from './cassette/index.js';
export type { Cassette, CassettePlayer } from './cassette/index.js';
