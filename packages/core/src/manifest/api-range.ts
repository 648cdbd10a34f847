import semver from 'semver';

/**
 * Writes a lowest and a highest version as a semver range. The highest is exclusive: a manifest that names `2.0.0` was
 * written for all of 1 and not for 2. Twice the same version means just this one. Undefined when a version is no semver
 * or the range would be empty.
 */
export function toApiRange(lowest: string | undefined, highest: string | undefined): string | undefined {
  const versions = [lowest, highest].filter((version) => version !== undefined);
  if (!versions.every((version) => semver.valid(version) !== null)) return undefined;
  if (lowest === undefined || highest === undefined) {
    return lowest === undefined ? (highest === undefined ? '*' : `<${highest}`) : `>=${lowest}`;
  }
  const order = semver.compare(lowest, highest);
  if (order > 0) return undefined;
  return order === 0 ? lowest : `>=${lowest} <${highest}`;
}
