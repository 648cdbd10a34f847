import { ProblemError } from '@bourse/core/interfaces';
import semver from 'semver';
import type { PackageSpec } from './package-spec.js';
import type { Packument } from './packument.js';

/**
 * The version that npm would take: of a tag the tagged one; of a range the one tagged latest where it is in it, else the
 * highest.
 *
 * @throws ProblemError PACKAGE_NOT_FOUND
 */
export function pickVersion(packument: Packument, { name, wanted }: PackageSpec): string {
  const tags = new Map(Object.entries(packument['dist-tags']));
  const versions = Object.keys(packument.versions);
  const tagged = tags.get(wanted) ?? tags.get('latest');
  const isMeant = tags.has(wanted) || (tagged !== undefined && semver.satisfies(tagged, wanted));
  const picked = isMeant ? tagged : semver.maxSatisfying(versions, wanted);
  if (typeof picked === 'string' && versions.includes(picked) && semver.valid(picked) !== null) return picked;
  throw new ProblemError({
    code: 'PACKAGE_NOT_FOUND',
    message: `The registry has no version of ${name} that is ${wanted}.`,
    remedy: `It has ${listOf(versions)}.`,
  });
}

function listOf(versions: readonly string[]): string {
  const newest = semver.rsort(versions.filter((version) => semver.valid(version) !== null));
  return newest.length === 0 ? 'none' : newest.slice(0, 5).join(', ');
}
