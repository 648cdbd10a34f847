import type { Finding } from '../manifest/finding.js';
import type { NormalizedManifest } from '../manifest/normalized-manifest.js';
import type { PackageFacts } from '../manifest/package-facts.js';
import type { PluginSource } from './plugin-source.js';

/** A plugin as it lies in a folder, as far as can be told without running anything of it. */
export interface PluginCandidate {
  /** The real path of its folder. */
  readonly root: string;
  /** The first source that offers it. */
  readonly source: PluginSource;
  /** The package name, or the name of the folder where there is none. */
  readonly name: string;
  readonly packageFacts?: PackageFacts;
  /** Path of the manifest below the folder. */
  readonly manifestPath?: string;
  /** `sha256:` and the digest of the manifest's bytes: of the plugin as a whole, since it holds those of all files. */
  readonly digest?: string;
  /** Absent when the manifest is missing or cannot be understood. */
  readonly manifest?: NormalizedManifest;
  readonly findings: readonly Finding[];
}
