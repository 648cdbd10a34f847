import type { NormalizedManifest } from './normalized-manifest.js';
import type { PackageJsonReading } from './package-facts.js';

/** A plugin package in memory: what was read here is what is checked, approved and stored. */
export interface PackageContent {
  /** The folder or archive that it was read from. */
  readonly origin: string;
  readonly packageJson?: PackageJsonReading;
  /** Absent when the manifest cannot be understood. */
  readonly manifest?: NormalizedManifest;
  readonly manifestBytes: Uint8Array;
  /** How the manifest is named to the user. */
  readonly manifestFile: string;
  /**
   * By path below the package, without `./`: package.json, the manifest, what the manifest has digests of, and README,
   * LICENSE and CHANGELOG as far as they are there.
   */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Whether npm would compile something when it installs the package. */
  readonly isCompiledOnInstall: boolean;
}
