import type { Problem } from '../../interfaces/problems/problem.js';
import type { OfferedServices, PluginIdentity } from '../channel/messages.js';
import type { EvidenceBundle } from '../evidence/evidence-bundle.js';
import type { CellExit } from '../host/cell-exit.js';
import type { Activation } from '../host/cell-options.js';
import type { CrashHistory } from './crash-history.js';
import type { CellLimits } from '../host/limits.js';
import type { LogLine } from '../host/log-line.js';
import type { NetworkPort } from '../host/network-port.js';
import type { StoragePort } from '../host/storage-port.js';
import type { WarmSpares } from './warm-spares.js';

/** What a cell runs: the approved script and what it is activated with. */
export interface CellSource extends Activation {
  readonly plugin: PluginIdentity;
  /** The contract version that host and plugin settled on. */
  readonly apiVersion: string;
  readonly script: string;
  /** The plugin's way to the network; default: none. */
  readonly network?: NetworkPort;
  /** Where the plugin may keep values; default: nowhere. */
  readonly storage?: StoragePort;
}

export type SupervisorEvent =
  | { readonly type: 'started'; readonly pid: number }
  | { readonly type: 'activated'; readonly services: OfferedServices; readonly startMs: number }
  /** The host ended the cell, and why. */
  | { readonly type: 'finding'; readonly problem: Problem }
  /** The cell ended and it was the plugin's doing. */
  | { readonly type: 'crashed'; readonly exit: CellExit; readonly evidence: EvidenceBundle }
  /** That was one crash too many: it is not started any more. */
  | { readonly type: 'quarantined'; readonly evidence: EvidenceBundle }
  /** The cell ended and the plugin is not to blame. */
  | { readonly type: 'stopped'; readonly exit: CellExit };

export interface SupervisorOptions {
  /** Names plugin and connection in the crash history. */
  readonly key: string;
  /** Read at each start of a cell. */
  readonly source: () => CellSource | Promise<CellSource>;
  readonly limits?: Partial<CellLimits>;
  /** Milliseconds without a call after which the cell is stopped. Default: 30 s. */
  readonly idleMs?: number;
  /** Default: as long as this supervisor. */
  readonly crashes?: CrashHistory;
  readonly spares?: WarmSpares;
  /** Names the file for the CPU profile of the next cell. Default: none is made. */
  readonly profile?: () => string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** In [0, 1). */
  readonly random?: () => number;
  /** Says more of a failure of the plugin before it is thrown. */
  readonly explain?: (failure: unknown) => unknown;
  readonly onEvent?: (event: SupervisorEvent) => void;
  readonly onLog?: (line: LogLine) => void;
}
