import { describe, expect, test } from '@jest/globals';
import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isAcceptable, type PackageContent } from '../manifest/index.js';
import { readPackage } from '../store/package-archive/index.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { writeToyPlugin, type ToyPlugin } from '../testing/toy-plugin.js';
import type { HostEnvironment } from './environment.js';
import { validatePackage } from './validate-package.js';

const HOST: HostEnvironment = {
  hostVersion: '1.0.0',
  apiVersions: ['1.0.0'],
  nodeVersion: '26.10.0',
  os: 'linux',
};

/** Validates a toy plugin after `change` has been made to its folder or to what was read of it. */
const validate = (
  toy: ToyPlugin = {},
  change: { folder?: (folder: string) => void; content?: (content: PackageContent) => PackageContent } = {},
) =>
  inTemporaryFolder((parent) => {
    const folder = writeToyPlugin(parent, toy);
    change.folder?.(folder);
    const { content, findings } = readPackage(folder);
    expect(findings).toEqual([]);
    if (content === undefined) throw new Error('The toy plugin cannot be read.');
    return validatePackage(change.content?.(content) ?? content, HOST);
  });

const digestOf = (bytes: Uint8Array) => `sha256:${hash('sha256', bytes, 'hex')}` as const;

/** A toy plugin with files of some sizes. */
const withFiles = (sizes: Readonly<Record<string, number>>) => {
  const contents = new Map(
    Object.entries(sizes).map(([path, size]) => [path, new Uint8Array(size).fill(32)]),
  );
  const files = Object.fromEntries([...contents].map(([path, bytes]) => [path, digestOf(bytes)]));
  const assets = [...contents.keys()].filter((path) => !path.startsWith('dist/'));
  return validate(
    { script: ' '.repeat(sizes['dist/plugin.js'] ?? 0), manifest: { files, assets } },
    {
      folder: (folder) => {
        for (const [path, bytes] of contents) {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), bytes);
        }
      },
    },
  );
};

test('nothing is wrong with a good package', async () => {
  expect(await validate()).toEqual([]);
});

test('its manifest is checked, and package.json beside it', async () => {
  const findings = await validate({
    manifest: { api: '^2.0.0' },
    packageJson: { version: '9.9.9', engines: { node: '<26' } },
  });
  expect(findings.map(({ code }) => code)).toEqual([
    'API_INCOMPATIBLE',
    'MANIFEST_INVALID',
    'NODE_UNSUPPORTED',
  ]);
});

test('a manifest that cannot be read is all that is found', async () => {
  const findings = await validate(
    {},
    { content: (content) => ({ ...content, manifestBytes: new TextEncoder().encode('{') }) },
  );
  expect(findings).toMatchObject([{ code: 'MANIFEST_UNREADABLE' }]);
});

describe('installing the package', () => {
  test.each([
    ['scripts.postinstall', { scripts: { postinstall: 'node steal.js', test: 'jest' } }],
    ['scripts.prepare', { scripts: { prepare: '' } }],
    ['bin', { bin: './cli.js' }],
    ['bin', { bin: { acme: './cli.js' } }],
    ['directories.bin', { directories: { bin: './bin' } }],
    ['dependencies', { dependencies: { 'left-pad': '1.0.0' } }],
    ['optionalDependencies', { optionalDependencies: { 'left-pad': '1.0.0' } }],
    ['peerDependencies', { peerDependencies: { 'left-pad': '1.0.0' } }],
    ['bundleDependencies', { bundleDependencies: ['left-pad'] }],
    ['bundledDependencies', { bundledDependencies: true }],
  ])('is not to run or bring anything: %s', async (path, packageJson) => {
    expect(await validate({ packageJson })).toMatchObject([
      {
        code: 'LIFECYCLE_SCRIPT_REFUSED',
        severity: 'error',
        place: { path, file: expect.stringMatching(/package\.json$/) },
      },
    ]);
  });

  test('may be followed by tests and builds that the author runs', async () => {
    const packageJson = {
      scripts: { build: 'bourse-plugin build', test: 'jest' },
      dependencies: {},
      devDependencies: { jest: '30.0.0' },
      bundledDependencies: false,
    };
    expect(await validate({ packageJson })).toEqual([]);
  });

  test('is not to compile anything', async () => {
    const findings = await validate(
      {},
      { folder: (folder) => writeFileSync(join(folder, 'binding.gyp'), '{}') },
    );
    expect(findings).toMatchObject([{ code: 'LIFECYCLE_SCRIPT_REFUSED', place: { file: 'binding.gyp' } }]);
  });
});

describe('a file', () => {
  const MIB = 1024 * 1024;

  test('is the one that the manifest has the digest of', async () => {
    const findings = await validate(
      {},
      { folder: (folder) => writeFileSync(join(folder, 'dist/plugin.js'), 'module.exports = 1;') },
    );
    expect(findings).toMatchObject([
      { code: 'DIGEST_MISMATCH', severity: 'error', place: { file: 'dist/plugin.js' } },
    ]);
  });

  test('may be as large as its limit', async () => {
    expect(await withFiles({ 'dist/plugin.js': 8 * MIB, 'rates.json': 4 * MIB })).toEqual([]);
  });

  test('is refused when it is larger', async () => {
    const findings = await withFiles({ 'dist/plugin.js': 8 * MIB + 1, 'rates.json': 4 * MIB + 1 });
    expect(findings.map(({ code, place }) => `${code} ${place.file}`)).toEqual([
      'FILE_TOO_LARGE dist/plugin.js',
      'FILE_TOO_LARGE rates.json',
    ]);
  });

  test('is refused when all together are too large', async () => {
    const assets = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`${index}.json`, 4 * MIB]));
    expect(await withFiles({ 'dist/plugin.js': 10, ...assets })).toMatchObject([
      { code: 'FILE_TOO_LARGE', message: expect.stringContaining('32 MiB are allowed') },
    ]);
  });
});

describe('the script', () => {
  test('is scanned', async () => {
    expect(await validate({ script: 'eval("1"); process.env;' })).toMatchObject([
      { code: 'SYNTAX_REFUSED', place: { file: 'dist/plugin.js' } },
      { code: 'SYNTAX_SUSPICIOUS', severity: 'warning' },
    ]);
  });

  test('is UTF-8', async () => {
    const bytes = new Uint8Array([0x27, 0xff, 0x27]);
    const findings = await validate(
      { manifest: { files: { 'dist/plugin.js': digestOf(bytes) } } },
      { folder: (folder) => writeFileSync(join(folder, 'dist/plugin.js'), bytes) },
    );
    expect(findings).toMatchObject([{ code: 'SYNTAX_INVALID', message: 'It is not UTF-8 text.' }]);
  });
});

test('a plugin for another host is read and not acceptable', () =>
  inTemporaryFolder((folder) => {
    const plugin = { name: 'acme', version: '1.0.0', type: 'broker' };
    writeFileSync(join(folder, 'plugin_manifest.json'), JSON.stringify({ plugin, api: {} }));
    const { content } = readPackage(folder);
    const findings = content === undefined ? [] : validatePackage(content, HOST);
    expect(findings).toMatchObject([{ code: 'PLUGIN_NOT_RUNNABLE' }]);
    expect(isAcceptable(findings)).toBe(false);
  }));
