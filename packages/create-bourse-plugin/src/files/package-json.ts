import { readFileSync } from 'node:fs';
import type { Answers } from '../answers/answers.js';

/** What a plugin is made with, in the versions that this package was tested with. */
const TOOLS = ['@bourse/sdk', '@jest/globals', '@types/node', 'jest', 'node', 'typescript'];

export interface PackageJson {
  readonly name: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** A plugin has no dependencies: what it needs when it runs ends up in its bundle. */
export function packageJson({ packageName, institution, type, needs }: Answers): PackageJson {
  return {
    name: packageName,
    version: '0.0.0',
    description:
      type === 'broker' ? `Reads accounts at ${institution}.` : `Reads exchange rates from ${institution}.`,
    license: 'MIT',
    type: 'module',
    sideEffects: false,
    bourse: './dist/manifest.json',
    engines: { node: '>=26' },
    files: ['dist', 'plugin.json', 'README.md', 'CHANGELOG.md', 'LICENSE'],
    publishConfig: { access: 'public' },
    scripts: {
      check: 'npm run typecheck && npm run build && npm run validate && npm test',
      typecheck: 'tsc -p src && tsc -p tsconfig.json',
      build: 'bourse-plugin build',
      prepack: 'npm run build',
      validate: 'bourse-plugin validate',
      test: 'NODE_OPTIONS=--experimental-vm-modules jest',
      ...(needs.has('network') ? { emulator: 'bourse-plugin emulator' } : {}),
      changeset: 'npx --yes @changesets/cli@2.31.1',
    },
    devDependencies: toolVersions(),
  };
}

function toolVersions(): Record<string, string> {
  const own: { devDependencies: Record<string, string> } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  return Object.fromEntries(TOOLS.map((name) => [name, own.devDependencies[name] ?? '*']));
}
