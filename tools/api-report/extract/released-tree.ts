import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import semver from 'semver';
import { readReleaseIndex, RELEASES } from '../../compat-matrix/release-index.ts';
import type { ReleasedPackage } from '../../compat-matrix/released-package.ts';
import { makeDeclarationTree, type DeclarationTree } from './declaration-tree.ts';

/** The last releases of packages, by short name. */
export type LastReleases = Readonly<Record<string, ReleasedPackage>>;

/** The kept release with the highest version of each package that has one. */
export function findLastReleases(packages: readonly string[]): LastReleases {
  const kept = [...readReleaseIndex()].sort((left, right) => semver.rcompare(left.version, right.version));
  return Object.fromEntries(
    packages.flatMap((name) => {
      const last = kept.find((release) => release.name === `@bourse/${name}`);
      return last === undefined ? [] : [[name, last]];
    }),
  );
}

/** The declarations in the archives of these releases. */
export function declareReleases(releases: LastReleases): DeclarationTree {
  const tree = makeDeclarationTree(Object.keys(releases));
  for (const [name, { file }] of Object.entries(releases)) {
    const target = join(tree.folder, name);
    execFileSync('tar', ['-xzf', join(RELEASES, file), '-C', target, '--strip-components=1']);
  }
  return tree;
}
