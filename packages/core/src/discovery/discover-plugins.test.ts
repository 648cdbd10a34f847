import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { warning } from '../manifest/index.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { digestOfManifest, writeToyPlugin } from '../testing/toy-plugin.js';
import { discoverPlugins, type DiscoveryOptions } from './discover-plugins.js';
import type { DiscoveryCache } from './discovery-cache.js';
import type { PluginSource } from './plugin-source.js';

const EMPTY: DiscoveryCache = { key: 'test', folders: {} };
/** Long after any file was written, so that every look settles. */
const LATER = () => Date.now() + 3_600_000;

const discover = (sources: readonly PluginSource[], options: Partial<DiscoveryOptions> = {}) =>
  discoverPlugins({ sources, inspect: () => [], cache: EMPTY, now: LATER, ...options });
const home = (path: string): PluginSource => ({ kind: 'home', path });
const named = (path: string): PluginSource => ({ kind: 'named', path });
const write = (path: string, content: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};

describe('a folder of plugins', () => {
  test('is scanned one level deep, by name', () =>
    inTemporaryFolder((folder) => {
      writeToyPlugin(folder, { id: 'beta' });
      writeToyPlugin(folder, { id: 'acme' });
      writeToyPlugin(join(folder, 'deeper'), { id: 'gamma' });
      writeToyPlugin(join(folder, 'node_modules'), { id: 'delta' });
      writeToyPlugin(join(folder, '.hidden'), { id: 'epsilon' });
      write(join(folder, 'notes.txt'), '');
      const { candidates, findings } = discover([home(folder)]);
      expect(findings).toEqual([]);
      expect(candidates.map(({ name }) => name)).toEqual(['@acme/plugin-acme', '@acme/plugin-beta']);
      const manifest = readFileSync(join(folder, 'acme/dist/manifest.json'));
      expect(candidates[0]).toMatchObject({
        root: join(folder, 'acme'),
        source: home(folder),
        manifestPath: 'dist/manifest.json',
        digest: digestOfManifest(manifest),
        manifest: { dialect: 'bourse', id: 'acme' },
        packageFacts: { version: '1.0.0' },
        findings: [],
      });
    }));

  test('may hold the manifests of other hosts and plugins that have not been built', () =>
    inTemporaryFolder((folder) => {
      write(
        join(folder, 'python/plugin_manifest.json'),
        '{"plugin":{"name":"acme","version":"1.0.0","type":"broker"},"api":{}}',
      );
      write(join(folder, 'raw/plugin.json'), '{}');
      expect(discover([home(folder)]).candidates).toMatchObject([
        {
          name: 'python',
          manifest: { dialect: 'broker-manifest' },
          findings: [{ code: 'PLUGIN_NOT_RUNNABLE' }],
        },
        {
          name: 'raw',
          findings: [{ code: 'MANIFEST_MISSING', remedy: 'Build the plugin with "bourse-plugin build".' }],
        },
      ]);
    }));

  test('is searched to the end whatever lies in it', () =>
    inTemporaryFolder((folder) => {
      write(join(folder, 'a-broken/package.json'), '{"bourse":"./m.json"}');
      write(join(folder, 'a-broken/m.json'), '{');
      write(join(folder, 'b-huge/plugin_manifest.json'), ' '.repeat(300_000));
      mkdirSync(join(folder, 'c-pipe'));
      execFileSync('mkfifo', [join(folder, 'c-pipe/plugin_manifest.json')]);
      mkdirSync(join(folder, 'd-link'));
      symlinkSync('/etc/hostname', join(folder, 'd-link/plugin_manifest.json'));
      mkdirSync(join(folder, 'e-device'));
      symlinkSync('/dev/zero', join(folder, 'e-device/package.json'));
      symlinkSync(join(folder, 'nowhere'), join(folder, 'f-dangling'));
      writeToyPlugin(folder, { id: 'good' });
      const { candidates } = discover([home(folder)]);
      expect(candidates.map(({ name, findings }) => [name, ...findings.map(({ code }) => code)])).toEqual([
        ['a-broken', 'MANIFEST_UNREADABLE'],
        ['b-huge', 'MANIFEST_TOO_LARGE'],
        ['c-pipe', 'INPUT_UNREADABLE'],
        ['d-link', 'FILE_IS_LINK'],
        ['@acme/plugin-good'],
      ]);
    }));

  test('is searched to the end when an inspection fails', () =>
    inTemporaryFolder((folder) => {
      writeToyPlugin(folder, { id: 'acme' });
      writeToyPlugin(folder, { id: 'beta' });
      const inspect: DiscoveryOptions['inspect'] = ({ id }) => {
        if (id === 'acme') throw new Error('defect');
        return [];
      };
      expect(discover([home(folder)], { inspect }).candidates).toMatchObject([
        { name: 'acme', findings: [{ code: 'INTERNAL_ERROR' }] },
        { name: '@acme/plugin-beta', findings: [] },
      ]);
    }));

  test('that is missing or is none holds nothing', () =>
    inTemporaryFolder((folder) => {
      write(join(folder, 'file'), '');
      const kinds = ['installed', 'home', 'system', 'named'] as const;
      const sources = kinds.flatMap((kind) => [
        { kind, path: join(folder, 'none') },
        { kind, path: join(folder, 'file') },
      ]);
      expect(discover(sources)).toEqual({ candidates: [], findings: [], cache: EMPTY });
    }));
});

describe('packages installed beside the host', () => {
  test('are plugins when their package.json says so, also in scopes', () =>
    inTemporaryFolder((folder) => {
      writeToyPlugin(folder, { id: 'acme' });
      writeToyPlugin(join(folder, '@acme'), { id: 'beta' });
      write(join(folder, 'left-pad/package.json'), '{"name":"left-pad"}');
      write(join(folder, 'left-pad/plugin.json'), '{}');
      write(join(folder, 'python/plugin_manifest.json'), '{"plugin":{}}');
      write(join(folder, 'quoting/package.json'), '{"name":"quoting","keywords":["bourse"]}');
      write(join(folder, 'broken/package.json'), '{');
      const { candidates } = discover([{ kind: 'installed', path: folder }]);
      expect(candidates.map(({ name }) => name)).toEqual(['@acme/plugin-beta', '@acme/plugin-acme']);
    }));

  test('may be links to where they are developed', () =>
    inTemporaryFolder((folder) => {
      writeToyPlugin(join(folder, 'plugins'), { id: 'acme' });
      mkdirSync(join(folder, 'node_modules/@acme'), { recursive: true });
      symlinkSync('../../plugins/acme', join(folder, 'node_modules/@acme/plugin-acme'));
      expect(discover([{ kind: 'installed', path: join(folder, 'node_modules') }]).candidates).toMatchObject([
        { root: join(folder, 'plugins/acme') },
      ]);
    }));
});

describe('a folder that the user named', () => {
  test('holds plugins or is one', () =>
    inTemporaryFolder((folder) => {
      const root = writeToyPlugin(folder);
      expect(discover([named(folder)]).candidates).toMatchObject([{ root }]);
      expect(discover([named(root)]).candidates).toMatchObject([{ root }]);
      expect(discover([home(root)]).candidates).toEqual([]);
    }));
});

describe('two sources', () => {
  test('with two paths to one folder have one plugin, of the first', () =>
    inTemporaryFolder((folder) => {
      const root = writeToyPlugin(join(folder, 'plugins'));
      mkdirSync(join(folder, 'home'));
      symlinkSync(root, join(folder, 'home/linked'));
      const { candidates } = discover([
        home(join(folder, 'home')),
        named(join(folder, 'plugins')),
        named(root),
      ]);
      expect(candidates).toMatchObject([{ root, source: home(join(folder, 'home')), findings: [] }]);
    }));

  test('with two plugins of one id have both, each with a word about the other', () =>
    inTemporaryFolder((folder) => {
      const one = writeToyPlugin(join(folder, 'one'));
      const two = writeToyPlugin(join(folder, 'two'));
      const { candidates } = discover([home(join(folder, 'one')), named(join(folder, 'two'))]);
      expect(candidates).toMatchObject([
        {
          root: one,
          findings: [
            { code: 'PLUGIN_ID_CLASH', severity: 'warning', message: `Another plugin "acme" is in ${two}.` },
          ],
        },
        {
          root: two,
          findings: [{ code: 'PLUGIN_ID_CLASH', message: `Another plugin "acme" is in ${one}.` }],
        },
      ]);
    }));

  test.each([
    ['acme', 'acrne'],
    ['acme-1', 'acme-l'],
    ['acme', 'ac-me'],
    ['bolt', 'b0lt'],
    ['wave', 'vvave'],
  ])('with plugins %s and %s have a word about the likeness', (one, two) =>
    inTemporaryFolder((folder) => {
      writeToyPlugin(folder, { id: one });
      writeToyPlugin(folder, { id: two });
      writeToyPlugin(folder, { id: 'other' });
      const { candidates } = discover([home(folder)]);
      const lookalikes = candidates.filter(({ findings }) =>
        findings.some(({ code }) => code === 'PLUGIN_LOOKALIKE'),
      );
      expect(lookalikes.map(({ manifest }) => manifest?.id).sort()).toEqual([one, two].sort());
    }),
  );
});

describe('the cache', () => {
  const inspect = () => [warning('MANIFEST_INVALID', 'noticed', { path: 'id' })];
  /** Discovers twice and tells what the second time inspected. */
  const twice = (folder: string, change: () => void, options: Partial<DiscoveryOptions> = {}) => {
    const first = discover([home(folder)], { inspect, ...options });
    const cache = JSON.parse(JSON.stringify(first.cache)) as DiscoveryCache;
    change();
    const inspected: string[] = [];
    const second = discover([home(folder)], {
      ...options,
      cache,
      inspect: ({ id }) => {
        inspected.push(id);
        return inspect();
      },
    });
    return { first, second, inspected, isSame: second.cache === cache };
  };

  test('gives the same plugins and findings without inspecting again', () =>
    inTemporaryFolder((folder) => {
      writeToyPlugin(folder);
      write(join(folder, 'raw/plugin.json'), '{}');
      write(
        join(folder, 'python/plugin_manifest.json'),
        '{"plugin":{"name":"p","version":"1.0.0","type":"broker"},"api":{}}',
      );
      const { first, second, inspected, isSame } = twice(folder, () => undefined);
      expect(inspected).toEqual([]);
      expect(second.candidates).toEqual(first.candidates);
      expect(isSame).toBe(true);
    }));

  test.each<[string, (root: string) => void]>([
    ['a manifest of another length', (root) => writeToyPlugin(dirname(root), { version: '1.0.10' })],
    [
      'a manifest of the same length and time',
      (root) => {
        const path = join(root, 'dist/manifest.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace('Acme Sec', 'Acme Bec'));
        utimesSync(path, 1_000, 1_000);
      },
    ],
    [
      'another package.json',
      (root) =>
        writeFileSync(
          join(root, 'package.json'),
          '{"name":"@acme/plugin-acme","bourse":"dist/manifest.json"}',
        ),
    ],
  ])('is not believed after %s', (_, change) =>
    inTemporaryFolder((folder) => {
      const root = writeToyPlugin(folder);
      utimesSync(join(root, 'dist/manifest.json'), 1_000, 1_000);
      const { inspected, isSame } = twice(folder, () => change(root));
      expect(inspected).toEqual(['acme']);
      expect(isSame).toBe(false);
    }),
  );

  test('is not believed when a link on the way leads to a copy of the same age', () =>
    inTemporaryFolder((folder) => {
      const root = writeToyPlugin(folder);
      const { second } = twice(folder, () => {
        execFileSync('cp', ['-a', join(root, 'dist'), join(folder, '.copy')]);
        rmSync(join(root, 'dist'), { recursive: true });
        symlinkSync(join(folder, '.copy'), join(root, 'dist'));
      });
      expect(second.candidates).toMatchObject([{ findings: [{ code: 'FILE_IS_LINK' }] }]);
    }));

  test('notices what comes and goes', () =>
    inTemporaryFolder((folder) => {
      const root = writeToyPlugin(folder, { id: 'acme' });
      const { second, inspected } = twice(folder, () => {
        rmSync(root, { recursive: true });
        writeToyPlugin(folder, { id: 'beta' });
      });
      expect(inspected).toEqual(['beta']);
      expect(Object.keys(second.cache.folders)).toEqual([join(folder, 'beta')]);
    }));

  test('notices that a plugin was built', () =>
    inTemporaryFolder((folder) => {
      write(join(folder, 'acme/package.json'), '{"bourse":"./dist/manifest.json"}');
      const { first, second } = twice(folder, () => writeToyPlugin(folder));
      expect(first.candidates).toMatchObject([{ findings: [{ code: 'MANIFEST_MISSING' }] }]);
      expect(second.candidates).toMatchObject([{ manifest: { id: 'acme' } }]);
    }));

  test('notices that a package has become a plugin', () =>
    inTemporaryFolder((folder) => {
      write(join(folder, 'acme/package.json'), '{}');
      const source: PluginSource = { kind: 'installed', path: folder };
      const { cache } = discover([source]);
      writeToyPlugin(folder);
      expect(discover([source], { cache }).candidates).toHaveLength(1);
    }));

  test('does not hold what was written a moment ago, since another change might not show', () =>
    inTemporaryFolder((folder) => {
      const root = writeToyPlugin(folder);
      utimesSync(join(root, 'dist/manifest.json'), 1_000, 1_000);
      const { inspected } = twice(folder, () => undefined, { now: () => 0 });
      expect(inspected).toEqual(['acme']);
    }));

  test('does not hold what could not be read', () =>
    inTemporaryFolder((folder) => {
      mkdirSync(join(folder, 'acme'));
      symlinkSync('/etc/hostname', join(folder, 'acme/plugin_manifest.json'));
      expect(discover([home(folder)]).cache.folders).toEqual({});
    }));
});
