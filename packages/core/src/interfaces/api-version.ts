/**
 * The version of the contract between host and plugin: its own semver, apart from any package's version.
 * An addition raises the minor, a breaking change the major.
 */
export const API_VERSION = '1.0.0';

/** The contract versions that this host serves, oldest first. A plugin runs on the highest one inside its `api` range. */
export const SERVED_API_VERSIONS: readonly string[] = [API_VERSION];
