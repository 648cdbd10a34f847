/**
 * The version of the contract between host and plugin: its own semver, apart from any package's version.
 * An addition raises the minor, a breaking change the major.
 */
export const API_VERSION = '1.1.0';

/** The contract versions that this host serves, oldest first. A plugin runs on the highest one inside its `api` range. */
export const SERVED_API_VERSIONS: readonly string[] = ['1.0.0', API_VERSION];

/** Tells whether a served contract version has what another one added. */
export function hasContract(version: string, since: string): boolean {
  return SERVED_API_VERSIONS.indexOf(version) >= SERVED_API_VERSIONS.indexOf(since);
}

/** The contract version that added network, credentials and storage. */
export const GATEWAY_SINCE = '1.1.0';
