import type { PackageFacts } from '../facts/package-facts.ts';
import type { Rule } from './rule.ts';

/** What every package has; the changelog of one that was never released is written with its first version. */
const NEEDED = ['package.json', 'README.md', 'CHANGELOG.md'];
const NEVER_RELEASED = '0.0.0';

/** What may stand in a package beside them. */
const ALLOWED = {
  plugin: [
    /^LICENSE$/,
    /^plugin\.json$/,
    /^dist\/(plugin\.js|plugin\.js\.map|manifest\.json)$/,
    /^dist\/assets\//,
  ],
  library: [/^LICENSE$/, /^(dist|bin|template)\//, /^[\w.-]+\.(d\.ts|cjs|json)$/],
};

/** What never belongs in a package; a template is made of such files. */
const REFUSED = [
  /\.test\.[cm]?[jt]s/,
  /(^|\/)fixtures\//,
  /\.tsbuildinfo$/,
  /(^|\/)\.env/,
  /\.(db|sqlite|log|tgz)$/,
];

/** A package is what its users need, and nothing else. */
export const files: Rule = {
  name: 'files',
  check: ({ kind, packageJson, files: present }: PackageFacts) => [
    ...neededBy(packageJson)
      .filter((file) => !present.includes(file))
      .map((file) => `${file} is missing.`),
    ...present
      .filter((file) => !isAllowed(kind, file))
      .map((file) => `${file} does not belong in it: see "files".`),
  ],
};

function neededBy(packageJson: PackageFacts['packageJson']): readonly string[] {
  return packageJson['version'] === NEVER_RELEASED
    ? NEEDED.filter((file) => file !== 'CHANGELOG.md')
    : NEEDED;
}

function isAllowed(kind: PackageFacts['kind'], file: string): boolean {
  if (NEEDED.includes(file) || file.startsWith('template/')) return true;
  return matches(ALLOWED[kind], file) && !matches(REFUSED, file);
}

function matches(patterns: readonly RegExp[], file: string): boolean {
  return patterns.some((pattern) => pattern.test(file));
}
