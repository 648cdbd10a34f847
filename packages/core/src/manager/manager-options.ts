import type { CellInternals, CellLimits, ConnectionName, NetworkPort } from '../cell/index.js';
import type { Contract } from '../contracts/index.js';
import type { ServedVersion } from './catalog-entry.js';
import type { BudgetClock, GatewayPorts, HttpLimits } from '../gateway/index.js';
import type { LogLine } from '../store/index.js';
import type { VaultChoice } from './connections/vault-door.js';

/** What a host decides about its plugins. */
export interface ManagerOptions {
  /** The data folder of the host: host.db, the store, plugins that the user added, evidence. */
  readonly home: string;
  /** Folders of plugins that the user named. */
  readonly folders?: readonly string[];
  /** `node_modules` folders beside the host. */
  readonly installed?: readonly string[];
  /** A folder of plugins for all users of the machine. */
  readonly systemFolder?: string;
  /** Digests of the versions that a release lists as its own; they need no approval. */
  readonly releasedDigests?: readonly string[];
  readonly limits?: Partial<CellLimits>;
  /** Milliseconds without a call after which a cell is stopped. */
  readonly idleMs?: number;
  /** Keeps a process ready in which the next cell starts at once; for hosts that run long. Default: none. */
  readonly warmSpare?: boolean;
  /** Milliseconds since 1970. Default: the system's clock. */
  readonly now?: () => number;
  /**
   * The way of a plugin to the network, for one connection or for none; asked at each start of a cell. Undefined: it has
   * none. Default: no plugin has one.
   */
  readonly network?: (
    plugin: NetworkedPlugin,
    connection: ConnectionName | undefined,
  ) => NetworkPort | undefined;
  /** How credentials are protected. Default: by the keychain of the system, else by a file of its owner. */
  readonly vault?: VaultChoice;
  /** Told each line that a plugin writes to its log, beside its being stored: text from a stranger. */
  readonly onLog?: (pluginId: string, line: LogLine) => void;
  /** Has the cells of one plugin leave CPU profiles, in the positions of its sources. Default: none are made. */
  readonly profile?: ProfileOptions;
  /** Told what goes wrong behind the scenes, such as a handler of an event that throws. */
  readonly onWarning?: (message: string) => void;
}

/** Which plugin is profiled, and what becomes of the profiles. */
export interface ProfileOptions {
  readonly pluginId: string;
  /** Where each cell that ends in an orderly way leaves its profile. */
  readonly folder: string;
  readonly onWritten: (file: string) => void;
}

/** The version of a plugin that wants to reach the network. */
export interface NetworkedPlugin extends ServedVersion {
  readonly id: string;
}

/** What tests may change, and no configuration. */
export interface ManagerInternals extends CellInternals {
  /** The contracts that are served, for those that are not released. Default: those of this release. */
  readonly contracts?: readonly Contract[];
  readonly gateway?: Partial<Pick<GatewayPorts, 'resolve' | 'openTcp' | 'certificateAuthority'>>;
  readonly httpLimits?: HttpLimits;
  /** By which requests wait for their turn. */
  readonly budgetClock?: BudgetClock;
}
