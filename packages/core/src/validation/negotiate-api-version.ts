import semver from 'semver';
import { toVersionRange } from '../manifest/version-range.js';

/** The highest contract version that a plugin's range and the host have in common; undefined when there is none. */
export function negotiateApiVersion(range: string, served: readonly string[]): string | undefined {
  const claimed = toVersionRange(range);
  if (claimed === undefined) return undefined;
  return semver.maxSatisfying(served, claimed) ?? undefined;
}
