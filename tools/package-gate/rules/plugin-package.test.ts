import { beforeAll, expect, test } from '@jest/globals';
import { createPackageFromTarballData } from '@arethetypeswrong/core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReleaseIndex, RELEASES } from '../../compat-matrix/release-index.ts';
import { packFiles, type Files } from '../testing/made-up-package.ts';
import { pluginPackage } from './plugin-package.ts';

/** A released plugin, whose package.json is changed below. */
let released: Files;

beforeAll(() => {
  const release = readReleaseIndex().find(({ name }) => name.startsWith('@bourse/plugin-'));
  const content = createPackageFromTarballData(readFileSync(join(RELEASES, release?.file ?? '')));
  const prefix = `/node_modules/${content.packageName}/`;
  released = Object.fromEntries(
    content.listFiles().map((path) => [path.slice(prefix.length), content.readFile(path)]),
  );
});

async function check(packageJson: object, more: Files = {}): Promise<string> {
  const text = JSON.stringify({ ...JSON.parse(released['package.json'] ?? ''), ...packageJson });
  using made = packFiles({ ...released, ...more, 'package.json': text }, 'plugin');
  return (await pluginPackage.check(made.facts)).join('\n');
}

test('a plugin that brings and runs nothing is taken', async () => {
  expect(await check({})).toBe('');
});

test.each([
  ['dependencies', { dependencies: { 'left-pad': '1.3.0' } }],
  ['optional dependencies', { optionalDependencies: { 'left-pad': '1.3.0' } }],
  ['peer dependencies', { peerDependencies: { 'left-pad': '1.3.0' } }],
  ['bundled dependencies', { bundleDependencies: ['left-pad'] }],
  ['a script before installation', { scripts: { preinstall: 'node steal.js' } }],
  ['a script after installation', { scripts: { postinstall: 'node steal.js' } }],
  ['a script that prepares', { scripts: { prepare: 'node steal.js' } }],
  ['a command', { bin: { steal: './dist/plugin.js' } }],
  ['a folder of commands', { directories: { bin: './dist' } }],
])('a plugin with %s is refused', async (_, packageJson) => {
  expect(await check(packageJson)).toContain('LIFECYCLE_SCRIPT_REFUSED');
});

test('a plugin that npm would compile is refused', async () => {
  expect(await check({}, { 'binding.gyp': '{}' })).toContain('LIFECYCLE_SCRIPT_REFUSED');
});

test('a plugin whose script is another one than the manifest says is refused', async () => {
  expect(await check({}, { 'dist/plugin.js': 'module.exports = {};' })).not.toBe('');
});
