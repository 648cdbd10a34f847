import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hosts } from '../../testing/hosts.js';
import { scriptAnswering, writeToyPlugin, type ToyPlugin } from '../../testing/toy-plugin.js';
import { isOfNetwork } from '../grants.js';
import type { PluginManager } from '../plugin-manager.js';
import type { DevelopedVersion } from './developed-package.js';
import type { PluginDevelopment } from './plugin-development.js';

let hosts: Hosts;
/** Where the author works: no folder that plugins are looked for in. */
let workshop: string;

beforeEach(() => {
  hosts = new Hosts();
  workshop = join(hosts.folder, 'workshop');
  mkdirSync(workshop);
});

afterEach(() => hosts.end());

const code = (expected: string) => expect.objectContaining({ code: expected });
const MANIFEST: ToyPlugin['manifest'] = { services: ['account'], statements: [] };
const named = (name: string): ToyPlugin => ({
  script: scriptAnswering(`{ items: [{ id: 'A1', name: '${name}' }] }`),
  manifest: MANIFEST,
});
const reading = (name: string): ToyPlugin => ({
  ...named(name),
  manifest: {
    ...MANIFEST,
    api: '>=1.1.0 <2.0.0',
    network: [
      {
        origin: 'https://api.acme.example',
        methods: ['GET'],
        paths: ['/v2/**'],
        access: 'read',
        why: 'reads',
      },
    ],
  },
});
const THROWING: ToyPlugin = {
  script: `module.exports = { default: { type: 'broker', activate() { throw new Error('not today'); } } };`,
  manifest: MANIFEST,
};
const storedIn = ({ home }: Hosts): string[] => readdirSync(join(home, 'store'));

async function nameOf(manager: PluginManager): Promise<unknown> {
  const answer = await manager.call('acme', 'account', 'listAccounts', {});
  return (answer as { items: { name: string }[] }).items[0]?.name;
}

/** What the version that serves is not allowed. */
function declinedBy(manager: PluginManager): readonly string[] | undefined {
  const { approvals, digest } = manager.info('acme');
  return approvals.find((each) => each.digest === digest)?.declined;
}

/** Builds, as an author would. */
function build(development: PluginDevelopment, toy: ToyPlugin): DevelopedVersion {
  writeToyPlugin(workshop, toy);
  const { version, findings } = development.read();
  if (version === undefined) throw new Error(JSON.stringify(findings));
  return version;
}

/** What the author has to be allowed is allowed. */
async function serve(development: PluginDevelopment, toy: ToyPlugin): Promise<void> {
  const version = build(development, toy);
  development.allow(version);
  await development.serve(version);
}

function begin(manager = hosts.start()): { manager: PluginManager; development: PluginDevelopment } {
  return { manager, development: manager.develop(join(workshop, 'acme')) };
}

describe('a plugin in development', () => {
  test('serves each build, in every host, and keeps its storage', async () => {
    const counting: ToyPlugin = {
      script: `module.exports = { default: { type: 'broker', activate: ({ storage }) => ({ account: { listAccounts: async () => {
        const count = ((await storage.get('count')) ?? 0) + 1;
        await storage.set('count', count);
        return { items: [{ id: 'A1', name: 'ONE ' + count }] };
      } } }) } };`,
      manifest: { ...MANIFEST, api: '>=1.1.0 <2.0.0', storage: '1KiB' },
    };
    const { manager, development } = begin();
    await serve(development, counting);
    expect(await nameOf(manager)).toBe('ONE 1');
    await serve(development, { ...counting, script: counting.script?.replace('ONE', 'TWO') ?? '' });
    expect(await nameOf(manager)).toBe('TWO 2');
    expect(await nameOf(hosts.start())).toBe('TWO 3');
  });

  test('asks for nothing as long as it asks for no more than was allowed', async () => {
    const { manager, development } = begin();
    const stored: ToyPlugin = { ...named('one'), manifest: { ...MANIFEST, storage: '1KiB' } };
    const first = build(development, stored);
    expect(development.asksFor(first).map(({ id }) => id)).toEqual([
      'institution:Acme Securities',
      'storage:1KiB',
    ]);
    await expect(development.serve(first)).rejects.toEqual(code('PLUGIN_NOT_APPROVED'));
    development.allow(first);
    await development.serve(first);
    const more = build(development, {
      ...named('two'),
      manifest: { ...MANIFEST, institution: 'Other' },
    });
    expect(development.asksFor(more).map(({ id }) => id)).toEqual(['institution:Other']);
    await expect(development.serve(more)).rejects.toEqual(code('PLUGIN_NOT_APPROVED'));
    expect(await nameOf(manager)).toBe('one');
    await development.serve(build(development, named('three')));
    expect(await nameOf(manager)).toBe('three');
    expect(development.asksFor(build(development, stored))).toEqual([]);
  });

  test('needs no word of the user for what he had approved before', async () => {
    const { manager, development } = begin(await hosts.startWith(named('approved')));
    await development.serve(build(development, named('mine')));
    expect(await nameOf(manager)).toBe('mine');
  });

  test('goes on serving where the next build does not start, which then is nowhere', async () => {
    const { manager, development } = begin();
    await serve(development, named('one'));
    await expect(serve(development, THROWING)).rejects.toMatchObject({ message: 'Error: not today' });
    expect(await nameOf(manager)).toBe('one');
    expect(storedIn(hosts)).toHaveLength(1);
    expect(await nameOf(hosts.start())).toBe('one');
  });

  test('keeps two builds of many', async () => {
    const { development } = begin();
    for (const name of ['one', 'two', 'three', 'two', 'three', 'four']) await serve(development, named(name));
    expect(storedIn(hosts)).toHaveLength(2);
  });

  test('is no update, whatever lies in its folder', async () => {
    const { development } = begin(await hosts.startWith(named('approved')));
    await serve(development, named('mine'));
    writeToyPlugin(hosts.plugins, named('built in the folder'));
    expect(await nameOf(hosts.start())).toBe('mine');
  });

  test('is developed once at a time', async () => {
    await serve(begin().development, named('one'));
    await expect(serve(begin().development, named('two'))).rejects.toEqual(code('INVALID_REQUEST'));
  });

  test('keeps its id', async () => {
    const { manager, development } = begin();
    await serve(development, named('one'));
    const other = { ...build(development, named('two')), id: 'other' };
    await expect(development.serve(other)).rejects.toEqual(code('INVALID_REQUEST'));
    expect(await nameOf(manager)).toBe('one');
  });

  test('is not what another package is that has the id', async () => {
    const { development } = begin(await hosts.startWith(named('approved')));
    const other = { ...build(development, named('mine')), packageName: '@other/plugin-acme' };
    await expect(development.serve(other)).rejects.toEqual(code('PLUGIN_ID_CLASH'));
    await development.serve(build(development, named('mine')));
    await expect(development.serve(other)).rejects.toEqual(code('PLUGIN_ID_CLASH'));
  });

  test('does not come to the connections of another package that had the id and was removed', async () => {
    const { manager, development } = begin(await hosts.startWith(named('approved')));
    await manager.installer.remove('acme');
    const other = { ...build(development, named('mine')), packageName: '@other/plugin-acme' };
    development.allow(other);
    await expect(development.serve(other)).rejects.toEqual(code('PLUGIN_ID_CLASH'));
  });

  test('does not run where the user has disabled it', async () => {
    const { manager, development } = begin(await hosts.startWith(named('approved')));
    await manager.switch.disable('acme');
    await expect(serve(development, named('mine'))).rejects.toEqual(code('PLUGIN_DISABLED'));
  });

  test('does not get back with the next build what the user took away, nor when it is over', async () => {
    const { manager, development } = begin(await hosts.startWith(reading('approved')));
    const [right = ''] = manager.info('acme').approvals[0]?.permissions.filter(isOfNetwork) ?? [];
    await serve(development, reading('mine'));
    await hosts.start().installer.revoke('acme', right);
    await serve(development, reading('mine, again'));
    expect(declinedBy(manager)).toEqual([right]);
    await serve(development, named('mine without it'));
    await serve(development, reading('mine, again'));
    expect(declinedBy(manager)).toEqual([right]);
    await development.end({ keeps: false });
    expect(await nameOf(manager)).toBe('approved');
    expect(declinedBy(manager)).toEqual([right]);
    expect(new Set(manager.info('acme').approvals.map(({ digest }) => digest)).size).toBe(1);
    expect(storedIn(hosts)).toHaveLength(1);
  });

  test('tells where in its source it failed', async () => {
    const { manager, development } = begin();
    const lines = [
      `module.exports = { default: { type: 'broker', activate: () => ({ account: { async listAccounts() {`,
      `  throw new Error('lost');`,
      `} } }) } };`,
    ];
    // The second line of the script, whose first column is the fourth of line 7 of the source.
    const map = { version: 3, sources: ['../src/read.ts'], names: [], mappings: ';EAMG' };
    const { content, ...version } = build(development, {
      script: lines.join('\n'),
      manifest: { ...MANIFEST },
    });
    const { digestOfBytes } = await import('../../store/index.js');
    const bytes = new TextEncoder().encode(JSON.stringify(map));
    const manifest = {
      ...version.manifest,
      files: { ...version.manifest.files, 'dist/plugin.js.map': digestOfBytes(bytes) },
    };
    writeFileSync(join(workshop, 'acme', 'dist', 'plugin.js.map'), bytes);
    const { dialect: _, ...written } = manifest;
    writeFileSync(join(workshop, 'acme', 'dist', 'manifest.json'), JSON.stringify(written));
    const mapped = development.read().version;
    if (mapped === undefined) throw new Error('it cannot be read');
    development.allow(mapped);
    await development.serve(mapped);
    await expect(nameOf(manager)).rejects.toMatchObject({
      message: 'Error: lost',
      place: { file: 'src/read.ts:7:4' },
    });
  });
});

describe('a development that is over', () => {
  test('leaves nothing of a plugin that was not there before', async () => {
    const { manager, development } = begin();
    await serve(development, named('one'));
    await serve(development, named('two'));
    await development.end({ keeps: false });
    expect(storedIn(hosts)).toEqual([]);
    expect(manager.list()).toEqual([]);
    expect(hosts.start().list()).toEqual([]);
    await serve(begin().development, named('again'));
  });

  test('leaves the version that served before', async () => {
    const { manager, development } = begin(await hosts.startWith(named('approved')));
    const { approvals } = manager.info('acme');
    await serve(development, named('mine'));
    await development.end({ keeps: false });
    expect(await nameOf(manager)).toBe('approved');
    expect(hosts.start().info('acme').approvals).toEqual(approvals);
    expect(storedIn(hosts)).toHaveLength(1);
  });

  test('leaves the last build where the user wants that', async () => {
    const { manager, development } = begin();
    await serve(development, named('one'));
    await serve(development, named('two'));
    await development.end({ keeps: true });
    expect(await nameOf(manager)).toBe('two');
    expect(manager.info('acme').approvals.map(({ approvedBy }) => approvedBy)).toEqual(['user']);
  });

  test('changes nothing where nothing has ever served', async () => {
    const { development } = begin();
    await expect(serve(development, THROWING)).rejects.toThrow('not today');
    await development.end({ keeps: true });
    expect(hosts.start().list()).toEqual([]);
    expect(storedIn(hosts)).toEqual([]);
  });

  test('does not undo what the user has decided meanwhile', async () => {
    const { manager, development } = begin(await hosts.startWith(named('approved')));
    await serve(development, named('mine'));
    await hosts.start().installer.remove('acme');
    await development.end({ keeps: false });
    expect(manager.info('acme').state).toBe('waiting');
  });

  test('is ended by the next host where its own was killed', async () => {
    const clock = { now: Date.parse('2026-01-05T12:00:00Z') };
    const manager = await hosts.startWith(named('approved'));
    await hosts.close(manager);
    await serve(begin(hosts.start({ now: () => clock.now })).development, named('mine'));
    clock.now += 60_000;
    const next = hosts.start({ now: () => clock.now });
    expect(await nameOf(next)).toBe('approved');
    expect(existsSync(join(hosts.home, 'store'))).toBe(true);
    expect(storedIn(hosts)).toHaveLength(1);
  });
});
