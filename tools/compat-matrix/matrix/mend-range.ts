import semver from 'semver';
import { endOfMajor } from './plan-cell.ts';

/**
 * The range that a manifest should claim, where it claims another: from the first contract that all cores let it work
 * on, to the end of the current major. Undefined where the claim is right, or where it works nowhere.
 *
 * @param works Whether it works, by contract version.
 */
export function mendRange(api: string, works: ReadonlyMap<string, boolean>): string | undefined {
  const versions = [...works.keys()].sort(semver.compare);
  const current = versions.at(-1);
  const first = versions.find((_, index) =>
    versions.slice(index).every((later) => works.get(later) === true),
  );
  if (first === undefined || current === undefined) return undefined;
  const range = `>=${first} <${endOfMajor(current)}`;
  return probes(versions).some(
    (version) => semver.satisfies(version, api) !== semver.satisfies(version, range),
  )
    ? range
    : undefined;
}

/** The contracts that exist, a later minor of the current major, and the next major. */
function probes(versions: readonly string[]): string[] {
  const current = versions.at(-1) ?? '0.0.0';
  return [...versions, `${semver.major(current)}.9999.0`, endOfMajor(current)];
}
