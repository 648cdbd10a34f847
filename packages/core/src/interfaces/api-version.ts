/**
 * The version of the contract between host and plugin: its own semver, apart from any package's version.
 * An addition raises the minor, a breaking change the major.
 */
export const API_VERSION = '1.1.0';

/** The contract versions that this host serves, oldest first. A plugin runs on the highest one inside its `api` range. */
export const SERVED_API_VERSIONS: readonly string[] = ['1.0.0', API_VERSION];

/** Tells whether a contract version has what another one added. Both are releases: three numbers. */
export function hasContract(version: string, since: string): boolean {
  const [had, added] = [numbersOf(version), numbersOf(since)];
  const different = had.findIndex((number, index) => number !== added[index]);
  return different < 0 || (had[different] ?? 0) > (added[different] ?? 0);
}

/** The contract version that added network, credentials and storage. */
export const GATEWAY_SINCE = '1.1.0';

function numbersOf(version: string): readonly number[] {
  return version.split('.').map(Number);
}
