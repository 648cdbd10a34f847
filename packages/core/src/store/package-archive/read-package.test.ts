import { describe, expect, test } from '@jest/globals';
import { hash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { create } from 'tar';
import { ACME_FIELDS } from '../../testing/acme-manifest.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';
import { TOY_SCRIPT, writeToyPlugin } from '../../testing/toy-plugin.js';
import { makeArchive, makeTar, type ArchiveEntry } from './fixtures/make-archive.js';
import { readPackage } from './read-package.js';

const SCRIPT = 'module.exports = {};';
const MANIFEST = JSON.stringify({
  ...ACME_FIELDS,
  files: { 'dist/plugin.js': `sha256:${hash('sha256', SCRIPT, 'hex')}` },
});
const GOOD: readonly ArchiveEntry[] = [
  {
    path: 'package/package.json',
    content: '{"name":"@acme/plugin-acme","version":"1.2.3","bourse":"./dist/manifest.json"}',
  },
  { path: 'package/dist/manifest.json', content: MANIFEST },
  { path: 'package/dist/plugin.js', content: SCRIPT },
];

const readBytes = (archive: Uint8Array) =>
  inTemporaryFolder((folder) => {
    const path = join(folder, 'acme.tgz');
    writeFileSync(path, archive);
    return { ...readPackage(path), path };
  });
const readEntries = (...entries: readonly ArchiveEntry[]) => readBytes(makeArchive(entries));
const pathsOf = (reading: ReturnType<typeof readPackage>) =>
  [...(reading.content?.files.keys() ?? [])].sort();

describe('a package in a folder', () => {
  test('is read into memory, with what its manifest names and no more', () =>
    inTemporaryFolder((parent) => {
      const folder = writeToyPlugin(parent);
      for (const name of ['README.md', 'secret.env', 'dist/other.js'])
        writeFileSync(join(folder, name), name);
      const reading = readPackage(folder);
      expect(reading.findings).toEqual([]);
      expect(pathsOf(reading)).toEqual(['README.md', 'dist/manifest.json', 'dist/plugin.js', 'package.json']);
      expect(new TextDecoder().decode(reading.content?.files.get('dist/plugin.js'))).toBe(TOY_SCRIPT);
      expect(reading.content).toMatchObject({
        origin: folder,
        manifest: { id: 'acme' },
        manifestFile: join(folder, 'dist/manifest.json'),
        packageJson: { facts: { name: '@acme/plugin-acme' } },
        isCompiledOnInstall: false,
      });
    }));

  test('may be reached by a link, but holds none', () =>
    inTemporaryFolder((parent) => {
      const folder = writeToyPlugin(parent);
      symlinkSync(folder, join(parent, 'link'));
      expect(readPackage(join(parent, 'link')).findings).toEqual([]);
      renameSync(join(folder, 'dist/plugin.js'), join(parent, 'elsewhere.js'));
      symlinkSync(join(parent, 'elsewhere.js'), join(folder, 'dist/plugin.js'));
      expect(readPackage(folder).findings).toMatchObject([
        { code: 'FILE_IS_LINK', place: { file: join(folder, 'dist/plugin.js') } },
      ]);
    }));

  test('whose folder of files is a link is not read', () =>
    inTemporaryFolder((parent) => {
      const folder = writeToyPlugin(parent, {
        manifest: { assets: ['data/a.json'], files: { 'data/a.json': `sha256:${'a'.repeat(64)}` } },
      });
      mkdirSync(join(parent, 'outside'));
      writeFileSync(join(parent, 'outside/a.json'), '{}');
      symlinkSync(join(parent, 'outside'), join(folder, 'data'));
      expect(readPackage(folder).findings).toMatchObject([{ code: 'FILE_IS_LINK' }]);
    }));

  test('from which a file is missing says which', () =>
    inTemporaryFolder((parent) => {
      const folder = writeToyPlugin(parent, {
        manifest: { files: { 'dist/none.js': `sha256:${'a'.repeat(64)}` } },
      });
      expect(readPackage(folder).findings).toMatchObject([
        { code: 'ENTRY_MISSING', place: { file: join(folder, 'dist/none.js') } },
      ]);
    }));

  test('of which a file would be outside is read without it', () =>
    inTemporaryFolder((parent) => {
      writeFileSync(join(parent, 'secret.txt'), 'secret');
      const folder = writeToyPlugin(parent, {
        manifest: { files: { '../secret.txt': `sha256:${'a'.repeat(64)}` } },
      });
      expect(pathsOf(readPackage(folder))).toEqual(['dist/manifest.json', 'package.json']);
    }));

  test('that has not been built, or is no plugin, says so', () =>
    inTemporaryFolder((folder) => {
      expect(readPackage(folder).findings).toMatchObject([
        { code: 'MANIFEST_MISSING', message: 'There is no plugin.' },
      ]);
      writeFileSync(join(folder, 'plugin.json'), '{}');
      expect(readPackage(folder)).toEqual({
        findings: [expect.objectContaining({ code: 'MANIFEST_MISSING' })],
      });
    }));

  test('whose manifest cannot be understood is read without a manifest', () =>
    inTemporaryFolder((parent) => {
      const folder = writeToyPlugin(parent);
      writeFileSync(join(folder, 'dist/manifest.json'), '{}');
      const { content } = readPackage(folder);
      expect(content?.manifest).toBeUndefined();
      expect(content?.manifestBytes).toEqual(new Uint8Array(Buffer.from('{}')));
    }));

  test('that does not exist cannot be read', () => {
    expect(readPackage('/nowhere/acme').findings).toMatchObject([
      { code: 'INPUT_UNREADABLE', place: { file: '/nowhere/acme' } },
    ]);
  });

  test('that changes while it is checked stays as it was read', () =>
    inTemporaryFolder((parent) => {
      const folder = writeToyPlugin(parent);
      const { content } = readPackage(folder);
      writeFileSync(join(folder, 'dist/plugin.js'), 'other');
      expect(new TextDecoder().decode(content?.files.get('dist/plugin.js'))).toBe(TOY_SCRIPT);
    }));
});

describe('a package in an archive', () => {
  test('is read like the folder that it was made from', () =>
    inTemporaryFolder((parent) => {
      const folder = writeToyPlugin(parent);
      cpSync(folder, join(parent, 'package'), { recursive: true });
      create({ file: join(parent, 'acme.tgz'), gzip: true, cwd: parent, sync: true, portable: true }, [
        'package',
      ]);
      const reading = readPackage(join(parent, 'acme.tgz'));
      expect(reading.findings).toEqual([]);
      expect(reading.content?.files).toEqual(readPackage(folder).content?.files);
    }));

  test('names its files below the archive', async () => {
    const { content, findings, path } = await readEntries(...GOOD.slice(0, 2));
    expect(content?.manifestFile).toBe(`${path}/dist/manifest.json`);
    expect(findings).toMatchObject([{ code: 'ENTRY_MISSING', place: { file: `${path}/dist/plugin.js` } }]);
  });

  test('may have another folder than npm gives it, folders of their own, and long paths', async () => {
    const entries = [
      { path: 'acme-1.2.3', type: 'Directory' as const },
      ...GOOD.map((entry) => ({ ...entry, path: entry.path.replace('package', 'acme-1.2.3') })),
    ];
    expect((await readEntries(...entries)).findings).toEqual([]);
  });

  test('that would be compiled on install is known as such', async () => {
    expect(
      (await readEntries(...GOOD, { path: 'package/binding.gyp', content: '{}' })).content
        ?.isCompiledOnInstall,
    ).toBe(true);
  });

  test.each<[string, ArchiveEntry]>([
    ['a link', { path: 'package/link', type: 'SymbolicLink', linkpath: '/etc/passwd' }],
    ['a hard link', { path: 'package/link', type: 'Link', linkpath: '../../etc/passwd' }],
    ['a device', { path: 'package/device', type: 'CharacterDevice' }],
    ['a disk', { path: 'package/disk', type: 'BlockDevice' }],
    ['a pipe', { path: 'package/pipe', type: 'FIFO' }],
    ['a path that climbs', { path: 'package/../../evil.js', content: 'x' }],
    ['a folder that climbs', { path: 'package/../..', type: 'Directory' }],
    ['an absolute path', { path: '/etc/evil.js', content: 'x' }],
    ['a path with backslashes', { path: 'package\\..\\evil.js', content: 'x' }],
    ['a path with a drive', { path: 'C:/evil.js', content: 'x' }],
    ['a file outside its folder', { path: 'evil.js', content: 'x' }],
    ['a second folder', { path: 'other/evil.js', content: 'x' }],
    ['a file twice', { path: 'package/dist/plugin.js', content: 'x' }],
    ['two files that differ in case', { path: 'package/dist/Plugin.js', content: 'x' }],
    ['a path that is no plain one', { path: 'package/./dist/x.js', content: 'x' }],
  ])('with %s is refused', async (_, entry) => {
    const { content, findings, path } = await readEntries(...GOOD, entry);
    expect(content).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'ARCHIVE_INVALID', severity: 'error', place: { file: path } }]);
  });

  test('with too many entries is refused', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => ({ path: `package/${index}.txt` }));
    expect((await readEntries(...many)).findings).not.toMatchObject([{ code: 'ARCHIVE_INVALID' }]);
    expect((await readEntries(...many, { path: 'package/one-more.txt' })).findings).toMatchObject([
      { code: 'ARCHIVE_INVALID', message: 'It holds more than 2000 entries.' },
    ]);
  });

  test('that unpacks to more than the limit is refused', async () => {
    const random = Buffer.concat(
      Array.from({ length: 33 }, (_, index) => Buffer.alloc(2 * 1024 * 1024, `${index}`.repeat(997))),
    );
    expect((await readEntries(...GOOD, { path: 'package/bomb', content: random })).findings).toMatchObject([
      { code: 'ARCHIVE_INVALID', message: 'It unpacks to more than 64 MiB.' },
    ]);
  });

  test('that unpacks to a hundred times its size is refused', async () => {
    expect(
      (await readEntries(...GOOD, { path: 'package/bomb', content: Buffer.alloc(4 * 1024 * 1024) })).findings,
    ).toMatchObject([{ code: 'ARCHIVE_INVALID', message: 'It unpacks to more than 100 times its size.' }]);
  });

  test.each([
    ['text', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['an archive that is not compressed', makeTar(GOOD)],
    ['an archive that is compressed twice', gzipSync(makeArchive(GOOD))],
    ['an archive that ends too early', makeArchive(GOOD).subarray(0, -20)],
    ['compressed noise', gzipSync(Buffer.alloc(5_000, 'noise'))],
    ['an archive without files', makeArchive([{ path: 'package', type: 'Directory' }])],
    [
      'an archive cut inside a file',
      gzipSync(makeTar([{ path: 'package/a', content: 'x'.repeat(5_000) }]).subarray(0, 2_048)),
    ],
  ])('is refused when it is %s', async (_, bytes) => {
    expect((await readBytes(bytes)).findings).toMatchObject([{ code: 'ARCHIVE_INVALID' }]);
  });

  test('whose check sums are wrong is refused', async () => {
    const tar = Buffer.from(makeTar(GOOD));
    tar.writeUInt8(0x41, 3);
    expect((await readBytes(gzipSync(tar))).findings).toMatchObject([{ code: 'ARCHIVE_INVALID' }]);
  });

  test('is unpacked nowhere', () =>
    inTemporaryFolder((folder) => {
      writeFileSync(join(folder, 'acme.tgz'), makeArchive(GOOD));
      const before = statSync(folder).mtimeMs;
      readPackage(join(folder, 'acme.tgz'));
      expect(readdirSync(folder)).toEqual(['acme.tgz']);
      expect(statSync(folder).mtimeMs).toBe(before);
      expect(readFileSync(join(folder, 'acme.tgz'))).toEqual(Buffer.from(makeArchive(GOOD)));
    }));
});
