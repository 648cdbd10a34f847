import type { Contract } from '../contracts/index.js';
import type { PluginCandidate } from '../discovery/index.js';
import type { PluginState } from '../lifecycle/index.js';
import type { BourseManifest, Finding, NormalizedManifest } from '../manifest/index.js';
import type { PendingVersion } from './plugin-summary.js';

/** The version of a plugin that serves. */
export interface ServedVersion {
  readonly manifest: BourseManifest;
  readonly digest: string;
  /** The one that host and plugin settle on. */
  readonly contract: Contract;
}

/** What the host knows of one plugin: what was found, and what was approved. */
export interface CatalogEntry {
  readonly id: string;
  readonly packageName: string;
  /** Whether the plugin has the id; of several packages that claim one, at most one has it. */
  readonly ownsId: boolean;
  /** The package that was found under this identity; absent where only the stored copy is left. */
  readonly candidate?: PluginCandidate;
  /** What describes the plugin: the manifest that serves, else the one that was found. */
  readonly manifest?: NormalizedManifest;
  readonly served?: ServedVersion;
  readonly pending?: PendingVersion;
  /** The state in which a run of the host begins. */
  readonly state: PluginState;
  readonly reason?: string;
  /** Why it cannot start although it is approved: a plugin that it depends on is missing. */
  readonly lacking?: Finding;
  readonly findings: readonly Finding[];
}
