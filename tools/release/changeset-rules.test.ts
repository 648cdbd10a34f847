import { expect, test } from '@jest/globals';
import assembleReleasePlan from '@changesets/assemble-release-plan';
import { read } from '@changesets/config';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { isPlugin, publishedPackages } from './published-packages.ts';

const packages = publishedPackages(ROOT);
const plugins = packages.filter(isPlugin).map(({ packageJson }) => packageJson.name);
const workspace = {
  // What @manypkg/get-packages calls workspaces of npm.
  tool: 'yarn' as const,
  root: { dir: ROOT, packageJson: JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) },
  packages: packages.map(({ folder, packageJson }) => ({ dir: folder, packageJson })),
};

/** What a changeset moves, by package. */
async function released(name: string, type: 'major' | 'minor' | 'patch'): Promise<Record<string, string>> {
  const changeset = { id: 'one', summary: 'Something.', releases: [{ name, type }] };
  const config = await read(ROOT, workspace);
  const { releases } = assembleReleasePlan([changeset], workspace, config, undefined);
  return Object.fromEntries(
    releases.flatMap((each) => (each.type === 'none' ? [] : [[each.name, each.type]])),
  );
}

test.each(plugins)('%s is released alone', async (name) => {
  expect(await released(name, 'patch')).toEqual({ [name]: 'patch' });
  expect(await released(name, 'major')).toEqual({ [name]: 'major' });
});

test.each(['patch', 'minor'] as const)(
  'what names one version of core moves with it when it moves by a %s',
  async (type) => {
    expect(await released('@bourse/core', type)).toEqual({
      '@bourse/cli': 'patch',
      '@bourse/core': type,
      '@bourse/portfolio': 'patch',
    });
  },
);

test('a major of core moves what is installed with it by a patch, and no plugin', async () => {
  expect(plugins.length).toBeGreaterThan(0);
  expect(await released('@bourse/core', 'major')).toEqual({
    '@bourse/cli': 'patch',
    '@bourse/core': 'major',
    '@bourse/portfolio': 'patch',
    '@bourse/sdk': 'patch',
    'create-bourse-plugin': 'patch',
  });
});

test.each(['patch', 'major'] as const)('the sdk is released alone when it moves by a %s', async (type) => {
  expect(await released('@bourse/sdk', type)).toEqual({ '@bourse/sdk': type });
});

/** Two ranges would let npm install two cores, of which one knows nothing of the other's plugins. */
test('cli and portfolio have one core in common, whatever npm updates', () => {
  const dependenciesOf = (name: string): Readonly<Record<string, string>> =>
    packages.find(({ packageJson }) => packageJson.name === name)?.packageJson.dependencies ?? {};
  const exact = /^\d+\.\d+\.\d+$/;
  expect(dependenciesOf('@bourse/cli')).toMatchObject({
    '@bourse/core': expect.stringMatching(exact),
    '@bourse/portfolio': expect.stringMatching(exact),
  });
  expect(dependenciesOf('@bourse/portfolio')['@bourse/core']).toBe(
    dependenciesOf('@bourse/cli')['@bourse/core'],
  );
});
