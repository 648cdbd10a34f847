import semver from 'semver';
import isPackageName from 'validate-npm-package-name';

/** A package as a user names it to npm. */
export interface PackageSpec {
  readonly name: string;
  /** A tag such as `latest`, a version, or a range. */
  readonly wanted: string;
}

const NAME_AND_WISH = /^(@[^@/]+\/[^@/]+|[^@/]+)(?:@(.+))?$/;
const TAG = /^[a-z][a-z0-9._-]*$/i;

/** Reads `name`, `name@version`, `name@range` and `name@tag`; undefined for what is none of them, such as a path. */
export function parsePackageSpec(word: string): PackageSpec | undefined {
  const [, name, wanted = 'latest'] = NAME_AND_WISH.exec(word) ?? [];
  if (name === undefined || name.endsWith('.tgz') || !isPackageName(name).validForNewPackages)
    return undefined;
  return semver.validRange(wanted) === null && !TAG.test(wanted) ? undefined : { name, wanted };
}
