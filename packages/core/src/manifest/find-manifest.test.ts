import { describe, expect, test } from '@jest/globals';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { findManifest, type ManifestSearch } from './find-manifest.js';
import { FolderFiles } from './folder-files.js';

/** Looks for the manifest in a folder that holds some files. */
const search = (
  files: Readonly<Record<string, string>>,
  arrange: (folder: string) => void = () => undefined,
): Promise<ManifestSearch> =>
  inTemporaryFolder((folder) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    arrange(folder);
    return findManifest(new FolderFiles(folder));
  });

const BUILT = { 'package.json': '{"name":"@acme/plugin-acme","bourse":"./dist/manifest.json"}' };
const codes = ({ findings }: ManifestSearch) => findings.map(({ code }) => code);

describe('the manifest of a package', () => {
  test('is the one that package.json names', async () => {
    const found = await search({ ...BUILT, 'dist/manifest.json': '{}', 'plugin_manifest.json': 'other' });
    expect(found.manifest).toEqual({ path: 'dist/manifest.json', bytes: new Uint8Array(Buffer.from('{}')) });
    expect(found.packageJson?.facts).toMatchObject({ name: '@acme/plugin-acme' });
  });

  test('is else a plugin_manifest.json', async () => {
    expect((await search({ 'plugin_manifest.json': '{}' })).manifest?.path).toBe('plugin_manifest.json');
    expect((await search({ 'package.json': '{}', 'plugin_manifest.json': '{}' })).manifest?.path).toBe(
      'plugin_manifest.json',
    );
  });

  test.each([
    ['that was never built', { ...BUILT }],
    ['without the field in package.json', { 'package.json': '{}', 'plugin.json': '{}' }],
    ['without package.json', { 'plugin.json': '{}' }],
  ])('is missing in a plugin %s', async (_, files) => {
    const found = await search(files);
    expect(found).toMatchObject({
      isPlugin: true,
      findings: [{ code: 'MANIFEST_MISSING', remedy: 'Build the plugin with "bourse-plugin build".' }],
    });
  });

  test('is not looked for in a folder that is no plugin', async () => {
    expect(await search({ 'package.json': '{"name":"left-pad"}', 'index.js': '' })).toMatchObject({
      isPlugin: false,
      findings: [],
    });
    expect(await search({ 'package.json': 'broken' })).toMatchObject({ isPlugin: false });
    expect(await search({})).toMatchObject({ isPlugin: false, findings: [] });
  });

  test.each(['../manifest.json', '/etc/passwd', 'dist\\manifest.json'])('is not read at %s', async (path) => {
    expect(codes(await search({ 'package.json': JSON.stringify({ bourse: path }) }))).toEqual([
      'ENTRY_OUTSIDE_PACKAGE',
    ]);
  });

  test('is not read through a link', async () => {
    const file = await search(BUILT, (folder) => {
      mkdirSync(join(folder, 'dist'));
      symlinkSync('/etc/hostname', join(folder, 'dist/manifest.json'));
    });
    const folder = await search({ ...BUILT, 'other/manifest.json': '{}' }, (root) =>
      symlinkSync('other', join(root, 'dist')),
    );
    expect(codes(file)).toEqual(['FILE_IS_LINK']);
    expect(codes(folder)).toEqual(['FILE_IS_LINK']);
  });

  test('is not read when it is too large', async () => {
    const found = await search({ ...BUILT, 'dist/manifest.json': '' }, (folder) =>
      truncateSync(join(folder, 'dist/manifest.json'), 50_000_000),
    );
    expect(found.findings).toMatchObject([{ code: 'MANIFEST_TOO_LARGE', message: 'It has 50000000 bytes.' }]);
  });

  test('is not read when it is a folder', async () => {
    expect(codes(await search({ ...BUILT, 'dist/manifest.json/x': '' }))).toEqual(['INPUT_UNREADABLE']);
  });

  test('is found beside a package.json that is broken, which is reported', async () => {
    expect(codes(await search({ 'package.json': '{', 'plugin_manifest.json': '{}' }))).toEqual([
      'MANIFEST_UNREADABLE',
    ]);
    expect(
      codes(
        await search({ 'plugin_manifest.json': '{}' }, (folder) =>
          symlinkSync('x', join(folder, 'package.json')),
        ),
      ),
    ).toEqual(['FILE_IS_LINK']);
  });
});
