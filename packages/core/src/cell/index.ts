export { HEALTH_METHOD, HEALTH_SERVICE } from './channel/health-call.js';
export type { JsonObject, JsonValue } from './channel/json.js';
export type { ConnectionName, OfferedServices, PluginIdentity } from './channel/messages.js';
export { EvidenceBundleSchema } from './evidence/evidence-bundle.js';
export type { EvidenceBundle, EvidenceEvent, InputDigest, Outcome } from './evidence/evidence-bundle.js';
export { replayEvidence } from './evidence/replay-evidence.js';
export type { ReplayedOutcome, ReplayOptions, ReplayReport } from './evidence/replay-evidence.js';
export { Cell } from './host/cell.js';
export type { CellExit, CellExitReason, CellVerdict } from './host/cell-exit.js';
export type {
  Activation,
  CallOptions,
  CellInternals,
  CellOptions,
  CellState,
  CellStats,
} from './host/cell-options.js';
export { MemoryCrashHistory } from './supervisor/crash-history.js';
export type { Crash, CrashHistory } from './supervisor/crash-history.js';
export { CRASH_WINDOW_MS, CRASHES_UNTIL_QUARANTINE } from './supervisor/crash-policy.js';
export { DEFAULT_LIMITS } from './host/limits.js';
export type { CellLimits } from './host/limits.js';
export type { LogLine } from './host/log-line.js';
export type {
  NetworkAnswer,
  NetworkPort,
  NetworkRequest,
  NetworkSocket,
  SocketClosing,
  SocketRequest,
} from './host/network-port.js';
export type { StoragePort } from './host/storage-port.js';
export { CellSupervisor } from './supervisor/supervisor.js';
export type { CellSource, SupervisorEvent, SupervisorOptions } from './supervisor/supervisor-options.js';
export { WarmSpares } from './supervisor/warm-spares.js';
export type { WarmSparesOptions } from './supervisor/warm-spares.js';
