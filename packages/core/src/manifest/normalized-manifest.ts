import type { BuiltManifest } from '../interfaces/manifest/manifest.js';

/**
 * A manifest of this host's own format, as `bourse-plugin build` makes it. Aliases of services are resolved, and paths
 * are written without `./`, so that `files[main]` is the digest of the script.
 */
export interface BourseManifest extends BuiltManifest {
  readonly dialect: 'bourse';
}

/** What only the host that a plugin was written for understands. Kept to be shown. */
export interface ForeignMetadata {
  readonly displayName?: string;
  /** The range of Python versions, as written. */
  readonly python?: string;
  /** Packages and their ranges: semver where they could be translated, else as written. */
  readonly requirements?: Readonly<Record<string, string>>;
  readonly optionalRequirements?: Readonly<Record<string, string>>;
  readonly interfaces?: readonly string[];
  /** Class paths of services, entry points and configuration by name. */
  readonly classPaths?: Readonly<Record<string, string>>;
  readonly optionalSettings?: readonly string[];
  readonly permissions?: { readonly required: readonly string[]; readonly optional: readonly string[] };
  readonly keywords?: readonly string[];
  readonly checksum?: string;
  readonly signature?: string;
  readonly trustedPublisher?: boolean;
  readonly authorEmail?: string;
  readonly authorWebsite?: string;
}

/** The fields that a manifest for another host shares with ours. */
type SharedFields = Pick<
  BuiltManifest,
  | 'id'
  | 'name'
  | 'version'
  | 'type'
  | 'api'
  | 'services'
  | 'features'
  | 'markets'
  | 'currencies'
  | 'credentials'
  | 'plugins'
  | 'os'
  | 'settings'
  | 'description'
  | 'author'
  | 'license'
  | 'homepage'
  | 'repository'
>;

/**
 * A `plugin_manifest.json` for one of the two Python hosts, in our words. `broker-manifest` is the format with `plugin`
 * and `entry_points`, `orchestrator-manifest` the one with `plugin_info` and `compatibility`.
 */
export interface ForeignManifest extends SharedFields {
  readonly dialect: 'broker-manifest' | 'orchestrator-manifest';
  readonly metadata: ForeignMetadata;
}

/** What a manifest says, whichever format it is written in. */
export type NormalizedManifest = BourseManifest | ForeignManifest;
