import type { Settings, SettingsSchema } from '../interfaces/index.js';
import type { NormalizedManifest } from '../manifest/index.js';
import type { Approval, PackageOrigin } from '../store/index.js';
import type { Permission } from './permissions.js';
import type { PluginSummary } from './plugin-summary.js';

/** Everything that is known of one plugin without running it. */
export interface PluginDetails extends PluginSummary {
  readonly manifest?: NormalizedManifest;
  /** What the version that serves, or the one found, asks for. */
  readonly permissions: readonly Permission[];
  /** The latest first. */
  readonly approvals: readonly Approval[];
  /** Where the package was fetched from; absent where it was not. */
  readonly origin?: PackageOrigin;
  /** The folder or archive that the user added; absent where it was fetched, or found without him. */
  readonly addedFrom?: string;
  readonly settingsSchema?: SettingsSchema;
  /** Settings that the user gave; defaults are not among them. */
  readonly settings: Settings;
}
