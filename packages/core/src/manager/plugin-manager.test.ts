import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  digestOfManifest,
  scriptAnswering,
  TOY_SCRIPT,
  writeToyPlugin,
  type ToyPlugin,
} from '../testing/toy-plugin.js';
import type { ManagerOptions } from './manager-options.js';
import { PluginManager } from './plugin-manager.js';

let folder: string;
let open: PluginManager[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bourse-manager-'));
  open = [];
});

afterEach(async () => {
  await Promise.all(open.map((manager) => manager.close()));
  rmSync(folder, { recursive: true, force: true });
});

const plugins = () => join(folder, 'plugins');

function host(options: Partial<ManagerOptions> = {}): PluginManager {
  const manager = new PluginManager({ home: join(folder, 'home'), folders: [plugins()], ...options });
  open.push(manager);
  return manager;
}

/** A host on whose disk the plugin is, approved by the user. */
async function approved(toy: ToyPlugin = {}): Promise<PluginManager> {
  writeToyPlugin(plugins(), toy);
  const manager = host();
  await manager.installer.approve(toy.id ?? 'acme');
  return manager;
}

const listAccounts = (manager: PluginManager, id = 'acme') => manager.call(id, 'account', 'listAccounts', {});
const greeted = (name: string) => ({ items: [{ id: 'A1', name }] });
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('approval', () => {
  test('is needed once, tells what the plugin may do, and holds in the next run', async () => {
    writeToyPlugin(plugins());
    const first = host();
    expect(first.list()).toMatchObject([{ id: 'acme', state: 'waiting', reason: 'needs your approval' }]);
    expect(() => listAccounts(first)).toThrow(code('PLUGIN_NOT_APPROVED'));
    expect(first.info('acme').permissions.map(({ id }) => id)).toEqual([
      'institution:Acme Securities',
      'statement:acme-csv:csv',
    ]);
    await first.installer.approve('acme');
    expect(host().list()).toMatchObject([{ id: 'acme', state: 'discovered', api: { version: '1.1.0' } }]);
    await expect(listAccounts(first)).resolves.toEqual(greeted('hello'));
  });

  test('is not needed for a version that the release lists', async () => {
    const path = writeToyPlugin(plugins());
    const digest = digestOfManifest(readFileSync(join(path, 'dist', 'manifest.json')));
    const manager = host({ releasedDigests: [digest] });
    expect(manager.info('acme')).toMatchObject({
      state: 'discovered',
      digest,
      approvals: [{ approvedBy: 'release' }],
    });
    await expect(listAccounts(manager)).resolves.toEqual(greeted('hello'));
  });

  test('is of what was read: later changes of the folder change nothing that runs', async () => {
    const manager = await approved();
    writeFileSync(
      join(plugins(), 'acme', 'dist', 'plugin.js'),
      scriptAnswering('{ items: [{ id: "stolen" }] }'),
    );
    await expect(listAccounts(manager)).resolves.toEqual(greeted('hello'));
    rmSync(plugins(), { recursive: true });
    await expect(listAccounts(host())).resolves.toEqual(greeted('hello'));
  });

  test('takes an update that asks for no more, and lets one that asks for more wait while the old one serves', async () => {
    await approved();
    writeToyPlugin(plugins(), { version: '1.1.0' });
    expect(host().info('acme')).toMatchObject({
      version: '1.1.0',
      approvals: [{ approvedBy: 'update' }, { approvedBy: 'user' }],
    });
    writeToyPlugin(plugins(), { version: '1.2.0', manifest: { institution: 'Globex' } });
    const manager = host();
    expect(manager.info('acme')).toMatchObject({
      version: '1.1.0',
      state: 'discovered',
      pending: { version: '1.2.0', asksFor: [{ id: 'institution:Globex' }] },
    });
    await manager.installer.approve('acme');
    expect(manager.info('acme')).toMatchObject({ version: '1.2.0', institution: 'Globex' });
  });

  test('goes back to the version before, which stays until the user approves the newer one anew', async () => {
    await approved({ script: scriptAnswering('{ items: [{ id: "old" }] }') });
    writeToyPlugin(plugins(), { version: '1.1.0' });
    const manager = host();
    await expect(listAccounts(manager)).resolves.toEqual(greeted('hello'));
    expect((await manager.installer.rollBack('acme')).version).toBe('1.0.0');
    await expect(listAccounts(manager)).resolves.toEqual({ items: [{ id: 'old' }] });
    expect(host().info('acme')).toMatchObject({
      version: '1.0.0',
      pending: { version: '1.1.0', asksFor: [] },
    });
    await expect(manager.installer.rollBack('acme')).rejects.toThrow(code('NO_EARLIER_VERSION'));
    await manager.installer.approve('acme');
    expect(manager.info('acme').version).toBe('1.1.0');
  });

  test('is not inherited by another package that takes the id', async () => {
    await approved();
    writeToyPlugin(plugins(), {
      packageJson: { name: '@evil/plugin-acme' },
      manifest: { name: '@evil/plugin-acme' },
    });
    expect(host().list()).toMatchObject([
      { id: 'acme', packageName: '@acme/plugin-acme', state: 'discovered' },
      { id: 'acme', packageName: '@evil/plugin-acme', state: 'rejected' },
    ]);
  });

  test('holds for the version that was shown and for no other', async () => {
    writeToyPlugin(plugins());
    const manager = host();
    await expect(manager.installer.approve('acme', { shown: `sha256:${'0'.repeat(64)}` })).rejects.toThrow(
      code('DIGEST_MISMATCH'),
    );
    await manager.installer.approve('acme', { shown: manager.info('acme').pending?.digest });
    expect(manager.stateOf('acme')).toBe('discovered');
  });

  test('is refused to a package that changed since it was listed, and nothing is stored then', async () => {
    writeToyPlugin(plugins());
    const manager = host();
    expect(manager.list()).toHaveLength(1);
    writeToyPlugin(plugins(), { version: '6.6.6' });
    await expect(manager.installer.approve('acme')).rejects.toThrow(code('DIGEST_MISMATCH'));
    expect(manager.info('acme').approvals).toEqual([]);
  });
});

describe('a broken plugin', () => {
  test('is listed with the reason and stops nobody else', async () => {
    writeToyPlugin(plugins(), { id: 'broken', manifest: { main: '../outside.js' } });
    writeToyPlugin(plugins(), { id: 'future', manifest: { api: '>=9.0.0' } });
    const manager = await approved();
    expect(manager.list().map(({ id, state }) => [id, state])).toEqual([
      ['acme', 'discovered'],
      ['broken', 'rejected'],
      ['future', 'rejected'],
    ]);
    await expect(manager.installer.approve('future')).rejects.toThrow(code('API_INCOMPATIBLE'));
    await expect(listAccounts(manager)).resolves.toEqual(greeted('hello'));
  });

  test('that does not exist is a problem of its own', () => {
    expect(() => host().info('nobody')).toThrow(code('PLUGIN_UNKNOWN'));
  });
});

describe('calls', () => {
  test('are refused where the contract or the plugin has no such method', async () => {
    const manager = await approved();
    await expect(manager.call('acme', 'account', 'burnDown', {})).rejects.toThrow(code('INVALID_REQUEST'));
    await expect(manager.call('acme', 'dividend', 'listDividends', {})).rejects.toThrow(
      code('SERVICE_NOT_OFFERED'),
    );
    await expect(manager.call('acme', 'account', 'listAccounts', { since: 'yesterday' })).rejects.toThrow(
      code('INVALID_REQUEST'),
    );
  });

  test('give no answer that breaks the contract', async () => {
    const manager = await approved({ script: scriptAnswering('{ items: [{ id: 7 }] }') });
    await expect(listAccounts(manager)).rejects.toThrow(code('MALFORMED_RESPONSE'));
  });

  test('at the same time share one start', async () => {
    const manager = await approved();
    await Promise.all([listAccounts(manager), listAccounts(manager), listAccounts(manager)]);
    expect(manager.historyOf('acme').map(({ to }) => to)).toEqual(['discovered', 'loading', 'active']);
    expect(manager.findByCapability('account')).toEqual(['acme']);
    await manager.switch.unload('acme');
    expect(manager.findByCapability('account')).toEqual([]);
    expect(manager.historyOf('acme').map(({ to }) => to)).toEqual([
      'discovered',
      'loading',
      'active',
      'unloading',
      'discovered',
    ]);
  });

  test('start the plugins that a plugin depends on first', async () => {
    writeToyPlugin(plugins(), { id: 'base' });
    writeToyPlugin(plugins(), { manifest: { plugins: { base: '^1.0.0' } } });
    const manager = host();
    await manager.installer.approve('base');
    await manager.installer.approve('acme');
    await manager.switch.load('acme');
    expect(manager.stateOf('base')).toBe('active');
  });

  test('of a plugin that lacks one it depends on, or that depends on itself in a circle, end with the reason', async () => {
    writeToyPlugin(plugins(), { id: 'lonely', manifest: { plugins: { nobody: '^1.0.0' } } });
    writeToyPlugin(plugins(), { id: 'left', manifest: { plugins: { right: '^1.0.0' } } });
    writeToyPlugin(plugins(), { id: 'right', manifest: { plugins: { left: '^1.0.0' } } });
    const manager = host();
    for (const id of ['lonely', 'left', 'right']) await manager.installer.approve(id);
    await expect(listAccounts(manager, 'lonely')).rejects.toThrow(code('DEPENDENCY_MISSING'));
    await expect(listAccounts(manager, 'left')).rejects.toThrow(code('DEPENDENCY_CYCLE'));
    expect(manager.info('lonely').reason).toContain('nobody');
  });
});

describe('a plugin that is switched', () => {
  test('off runs in no host, from the next call on', async () => {
    const manager = await approved();
    const other = host();
    await listAccounts(other);
    await manager.switch.disable('acme');
    expect(() => listAccounts(other)).toThrow(code('PLUGIN_DISABLED'));
    expect(host().list()).toMatchObject([{ state: 'disabled' }]);
    await manager.switch.enable('acme');
    await expect(listAccounts(other)).resolves.toEqual(greeted('hello'));
  });

  test('to a version that does not start keeps the old one running', async () => {
    const manager = await approved();
    await listAccounts(manager);
    writeToyPlugin(plugins(), {
      version: '1.1.0',
      script: `module.exports = { default: { type: 'broker', activate() { throw new Error('not today'); } } };`,
    });
    await expect(manager.switch.reload('acme')).rejects.toThrow('not today');
    expect(manager.stateOf('acme')).toBe('active');
  });
});

describe('settings', () => {
  test('are checked, tried, stored and in force in every host', async () => {
    const manager = await approved();
    const other = host();
    await listAccounts(other);
    await expect(manager.settings.configure('acme', { greeting: 'ahoy' })).resolves.toEqual({
      greeting: 'ahoy',
    });
    await expect(listAccounts(manager)).resolves.toEqual(greeted('ahoy'));
    await expect(listAccounts(other)).resolves.toEqual(greeted('ahoy'));
    await manager.settings.configure('acme', { greeting: undefined });
    await expect(listAccounts(other)).resolves.toEqual(greeted('hello'));
  });

  test('that do not fit the schema, or that the plugin refuses, change nothing', async () => {
    const manager = await approved();
    await listAccounts(manager);
    await expect(manager.settings.configure('acme', { greeting: 7 })).rejects.toThrow(
      code('SETTINGS_INVALID'),
    );
    await expect(manager.settings.configure('acme', { farewell: 'bye' })).rejects.toThrow(
      code('SETTINGS_INVALID'),
    );
    await expect(manager.settings.configure('acme', { greeting: 'refuse' })).rejects.toThrow(
      code('SETTINGS_REFUSED'),
    );
    expect(manager.settings.get('acme')).toEqual({});
    expect(manager.stateOf('acme')).toBe('active');
    await expect(listAccounts(manager)).resolves.toEqual(greeted('hello'));
  });
});

describe('health', () => {
  test('holds what the host measured and what the plugin says', async () => {
    const manager = await approved();
    await listAccounts(manager);
    const status = await manager.health.check('acme');
    const metric = (name: string) => status.metrics.find((each) => each.name === name);
    expect(status).toMatchObject({ healthy: true, message: 'Healthy' });
    expect(metric('request_count')).toMatchObject({ value: 1, unit: 'count' });
    expect(metric('memory_usage')).toMatchObject({ unit: 'MB', value: expect.any(Number) });
    expect(metric('cpu_usage')).toMatchObject({ unit: '%', value: expect.any(Number) });
    expect(metric('response_time_p95')).toMatchObject({ unit: 'ms' });
    expect(metric('answers')).toMatchObject({ value: 42, unit: '' });
    expect(metric('mood')).toMatchObject({ value: 'fine' });
  });

  test('of a run is there in the next run', async () => {
    const manager = await approved();
    await listAccounts(manager);
    open = [];
    await manager.close();
    expect(host().health.historyOf('acme')).toHaveLength(1);
  });

  test('of a plugin that cannot run is bad, and the reason is told', async () => {
    const manager = await approved({
      script: scriptAnswering('{}').replace(
        'activate:',
        'activate: () => { throw new Error("no"); }, other:',
      ),
    });
    expect(await manager.health.check('acme')).toMatchObject({
      healthy: false,
      message: expect.stringContaining('no'),
    });
  });
});

describe('three crashes', () => {
  const CRASHING = `module.exports = { default: { type: 'broker', activate: () => ({ account: { listAccounts: () => { Promise.reject(new Error('bang')); return new Promise(() => {}); } } }) } };`;

  /** A crash counts when the process is gone, a moment after the caller has learned of it. */
  const crashOf = (manager: PluginManager) =>
    new Promise<void>((resolve) => void manager.onStateChange('error', () => resolve()));

  test('over three runs of the host quarantine a plugin until the user enables it, and leave evidence', async () => {
    let now = Date.UTC(2024, 2, 1);
    await approved({ script: CRASHING });
    for (let run = 0; run < 3; run += 1) {
      const manager = host({ now: () => now });
      const counted = crashOf(manager);
      await expect(listAccounts(manager)).rejects.toThrow(code('CELL_CRASHED'));
      await counted;
      now += 30_000;
    }
    const manager = host({ now: () => now });
    expect(manager.list()).toMatchObject([{ state: 'quarantined' }]);
    expect(() => listAccounts(manager)).toThrow(code('PLUGIN_QUARANTINED'));
    expect(manager.evidence.list()).toHaveLength(3);
    await manager.switch.enable('acme');
    await expect(listAccounts(manager)).rejects.toThrow(code('CELL_CRASHED'));
  });

  test('of one host keep it from starting too soon', async () => {
    const manager = await approved({ script: CRASHING });
    await expect(listAccounts(manager)).rejects.toThrow(code('CELL_CRASHED'));
    await expect(listAccounts(manager)).rejects.toThrow(code('CELL_BACKING_OFF'));
  });

  test('can be replayed from their evidence', async () => {
    const manager = await approved({ script: CRASHING });
    const counted = crashOf(manager);
    await expect(listAccounts(manager)).rejects.toThrow(code('CELL_CRASHED'));
    await counted;
    const [bundle = ''] = manager.evidence.list();
    await expect(manager.evidence.replay(bundle, [])).resolves.toMatchObject({ repeated: true });
  });
});

describe('reading', () => {
  async function* content(text: string): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(text);
  }

  test('gives canonical parts and the end of a statement', async () => {
    const manager = await approved();
    const reading = manager.reader.readStatement('acme', {
      format: 'acme-csv',
      name: 'march.csv',
      size: 12,
      content: content('Date,Amount\n'),
      defaultAccount: 'savings',
    });
    const parts = await Array.fromAsync(reading.parts());
    expect(parts[0]?.cashMovements).toMatchObject([
      {
        accountId: 'savings',
        money: { amount: '0.12', currency: 'EUR' },
        source: { institution: 'Acme Securities', channel: 'STATEMENT' },
      },
    ]);
    expect(reading.end()).toEqual({ rowsTotal: 1, problems: [] });
  });

  test('refuses a file that is too large before a cell is started', async () => {
    const manager = await approved();
    const input = { format: 'acme-csv', name: 'march.csv', size: 1_001, content: content('') };
    expect(() => manager.reader.readStatement('acme', input)).toThrow(code('INPUT_TOO_LARGE'));
    expect(() => manager.reader.readStatement('acme', { ...input, size: 1_000 })).not.toThrow();
    expect(() => manager.reader.readStatement('acme', { ...input, format: 'other' })).toThrow(
      code('UNSUPPORTED_FORMAT'),
    );
  });

  test('of services takes page after page, and none of a plugin that pages on for ever', async () => {
    const paging = (expression: string) =>
      `module.exports = { default: { type: 'broker', activate: () => ({ account: { listAccounts: async (query) => (${expression}) } }) } };`;
    const manager = await approved({
      script: paging(`query.cursor ? { items: [{ id: 'A2' }] } : { items: [{ id: 'A1' }], cursor: 'x' }`),
    });
    const parts = await Array.fromAsync(manager.reader.pull('acme').parts());
    expect(parts.flatMap(({ accounts }) => accounts.map(({ id }) => id))).toEqual(['A1', 'A2']);
    writeToyPlugin(plugins(), { id: 'endless', script: paging(`{ items: [], cursor: 'x' }`) });
    const endless = host();
    await endless.installer.approve('endless');
    await expect(Array.fromAsync(endless.reader.pull('endless').parts())).rejects.toThrow(
      code('MALFORMED_RESPONSE'),
    );
  });

  test('recognises a file by its signature, without running a plugin', async () => {
    const manager = await approved();
    const head = new TextEncoder().encode('Date,Amount\n');
    expect(manager.reader.recognise({ name: 'march.csv', head })).toEqual([
      { pluginId: 'acme', formats: ['acme-csv'] },
    ]);
    expect(manager.reader.recognise({ name: 'march.txt', head })).toEqual([]);
    expect(manager.stateOf('acme')).toBe('discovered');
  });
});

describe('packages that the user adds', () => {
  test('are copied, wait for approval and can be removed again', async () => {
    const source = writeToyPlugin(join(folder, 'downloads'), { script: TOY_SCRIPT });
    const manager = host();
    expect(manager.installer.validate(source)).toMatchObject({ id: 'acme', version: '1.0.0' });
    expect(await manager.installer.add(source)).toBe('acme');
    rmSync(source, { recursive: true });
    expect(manager.info('acme')).toMatchObject({ addedFrom: source });
    expect(manager.list()).toMatchObject([
      { id: 'acme', state: 'waiting', source: join(folder, 'home', 'plugins', 'acme') },
    ]);
    await manager.installer.approve('acme');
    await expect(listAccounts(manager)).resolves.toEqual(greeted('hello'));
    await manager.installer.remove('acme');
    expect(() => listAccounts(manager)).toThrow(code('PLUGIN_UNKNOWN'));
  });
});
