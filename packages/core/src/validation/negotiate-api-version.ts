import semver from 'semver';
import { toVersionRange } from '../manifest/version-range.js';

interface Negotiation {
  readonly range: string;
  readonly served: readonly string[];
  readonly version: string | undefined;
}

/** Several rules ask for the same manifest, and most manifests claim the same range. */
let last: Negotiation | undefined;

/** The highest contract version that a plugin's range and the host have in common; undefined when there is none. */
export function negotiateApiVersion(range: string, served: readonly string[]): string | undefined {
  if (last?.range !== range || last.served !== served)
    last = { range, served, version: negotiate(range, served) };
  return last.version;
}

function negotiate(range: string, served: readonly string[]): string | undefined {
  const claimed = toVersionRange(range);
  return claimed === undefined ? undefined : (semver.maxSatisfying(served, claimed) ?? undefined);
}
