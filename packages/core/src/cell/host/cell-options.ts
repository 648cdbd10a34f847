import type { JsonObject } from '../channel/json.js';
import type { ConnectionName, PluginIdentity } from '../channel/messages.js';
import type { Belts } from './belts.js';
import type { CellProcess } from './cell-process.js';
import type { CellTap } from './cell-tap.js';
import type { CellLimits } from './limits.js';
import type { LogLine } from './log-line.js';
import type { NetworkPort } from './network-port.js';
import type { StoragePort } from './storage-port.js';
import type { PluginTimers } from './timers.js';

export interface CellOptions {
  readonly plugin: PluginIdentity;
  /** The contract version that host and plugin settled on. */
  readonly apiVersion: string;
  /** Milliseconds since 1970; what the plugin takes for the present. Default: the system's clock. */
  readonly now?: () => number;
  /** 32 bytes in hexadecimal from which all randomness of the plugin comes. Default: random. */
  readonly seed?: string;
  readonly limits?: Partial<CellLimits>;
  readonly onLog?: (line: LogLine) => void;
  /** Keeps evidence of all that goes in and out. */
  readonly tap?: CellTap;
  /** The plugin's way to the network, from contract 1.1 on. Default: none, and requests are refused. */
  readonly network?: NetworkPort;
  /** Where the plugin may keep values, from contract 1.1 on. Default: nowhere. */
  readonly storage?: StoragePort;
  /** The file for a CPU profile of the whole cell; one that is killed leaves none. Default: none is made. */
  readonly profile?: string;
  /** A process that waits already; ask for the same heap. Default: a new one. */
  readonly spare?: CellProcess;
}

/** What tests and replays may change, and no configuration. */
export interface CellInternals {
  readonly belts?: Partial<Belts>;
  /** Program that is run in place of the guest. */
  readonly guestPath?: string;
  /** Has orphans ended as on systems that do not do it themselves. */
  readonly reaper?: boolean;
  readonly timers?: PluginTimers;
}

export interface Activation {
  /** Checked against the plugin's schema, defaults filled in. */
  readonly settings: JsonObject;
  /** Absent while a file is read without a connection. */
  readonly connection?: ConnectionName;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds for the answer; for a stream, for each step that the reader waits for. */
  readonly deadlineMs?: number;
  /** The stream goes on until its reader ends it, silent or not; only a cell that hangs ends it. */
  readonly openEnded?: boolean;
  /** The bytes that the method reads as `content`. */
  readonly content?: AsyncIterable<Uint8Array>;
}

export interface CellStats {
  /** Calls since the start. */
  readonly calls: number;
  readonly openCalls: number;
  /** Milliseconds since the process was started; 0 before. */
  readonly ageMs: number;
  /** Absent where the system does not tell. */
  readonly rssBytes?: number;
  readonly cpuMs?: number;
}

export type CellState =
  'new' | 'starting' | 'ready' | 'loading' | 'loaded' | 'activating' | 'active' | 'stopping' | 'ended';
