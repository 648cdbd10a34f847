import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The package.json of a package that is published. */
export interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  /** Where a plugin has its manifest. */
  readonly bourse?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** A package of a repository. */
export interface PublishedPackage {
  readonly folder: string;
  readonly packageJson: PackageJson;
}

/** Every package of a repository that is published, by path. */
export function publishedPackages(root: string): PublishedPackage[] {
  return globSync(['packages/*/package.json', 'plugins/*/package.json'], { cwd: root })
    .sort()
    .map((path) => {
      const packageJson: PackageJson = JSON.parse(readFileSync(join(root, path), 'utf8'));
      return { folder: join(root, path, '..'), packageJson };
    })
    .filter(({ packageJson }) => packageJson.private !== true);
}

export const isPlugin = ({ packageJson }: PublishedPackage): boolean => packageJson.bourse !== undefined;
