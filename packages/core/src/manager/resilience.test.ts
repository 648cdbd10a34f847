import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EvidenceBundle } from '../cell/index.js';
import { digestOfManifest, writeToyPlugin } from '../testing/toy-plugin.js';
import { Hosts } from '../testing/hosts.js';
import type { PluginManager } from './plugin-manager.js';

let hosts: Hosts;

beforeEach(() => {
  hosts = new Hosts();
});

afterEach(() => hosts.end());

const code = (expected: string) => expect.objectContaining({ code: expected });
const listAccounts = (manager: PluginManager, id = 'acme') => manager.call(id, 'account', 'listAccounts', {});
const LOGGING = `module.exports = { default: { type: 'broker', activate: ({ log }) => ({ account: { listAccounts: async () => { for (let i = 0; i < 50; i += 1) log.info('line ' + i); return { items: [] }; } } }) } };`;

const CRASHING = `module.exports = { default: { type: 'broker', activate: () => ({ account: { listAccounts: () => { Promise.reject(new Error('bang')); return new Promise(() => {}); } } }) } };`;

const SUM = { sha256: 'a'.repeat(64), size: 1 };
const BUNDLE: EvidenceBundle = {
  version: 1,
  at: '2024-03-01T12:00:00.000Z',
  plugin: { id: 'acme', version: '1.0.0' },
  apiVersion: '1.0.0',
  script: SUM,
  seed: SUM.sha256,
  limits: {},
  settings: {},
  complete: true,
  events: [],
  log: [],
  usage: [],
};

describe('a home', () => {
  test('without evidence has none', () => {
    expect(hosts.start().evidence.list()).toEqual([]);
  });

  test('keeps the last ten bundles of evidence of a plugin, also of one millisecond', () => {
    const { evidence } = hosts.start();
    mkdirSync(join(hosts.home, 'evidence'));
    writeFileSync(join(hosts.home, 'evidence', '2024-01-01T00-00-00-000Z-acme.json'), '{}');
    const other = evidence.save({ ...BUNDLE, plugin: { id: 'acme-2', version: '1.0.0' } });
    const saved = Array.from({ length: 10 }, () => evidence.save(BUNDLE));
    expect(evidence.list('acme').sort()).toEqual([...saved].sort());
    expect(evidence.list('acme-2')).toEqual([other]);
    const last = evidence.save({ ...BUNDLE, at: '2024-03-02T12:00:00.000Z' });
    expect(evidence.list()).toHaveLength(11);
    expect(evidence.list().at(-1)).toBe(last);
  });

  test('keeps the last fifty bundles of evidence in all', () => {
    const { evidence } = hosts.start();
    const saved = Array.from({ length: 60 }, (_, index) =>
      evidence.save({
        ...BUNDLE,
        at: `2024-03-01T12:00:00.0${10 + index}Z`,
        plugin: { id: `acme-${index}`, version: '1.0.0' },
      }),
    );
    expect(evidence.list()).toEqual(saved.slice(10));
  });

  test('whose store cannot be written keeps a version out, with reason and remedy, and stops nothing else', async () => {
    const path = writeToyPlugin(hosts.plugins);
    writeToyPlugin(hosts.plugins, { id: 'other' });
    const digest = digestOfManifest(readFileSync(join(path, 'dist', 'manifest.json')));
    mkdirSync(hosts.home);
    writeFileSync(join(hosts.home, 'store'), 'no folder');
    const manager = hosts.start({ releasedDigests: [digest] });
    expect(manager.info('acme')).toMatchObject({
      state: 'rejected',
      findings: [{ code: 'HOST_DATABASE_UNAVAILABLE', remedy: expect.any(String) }],
    });
    await expect(manager.installer.approve('acme')).rejects.toThrow(code('HOST_DATABASE_UNAVAILABLE'));
    expect(manager.info('other').state).toBe('waiting');
  });

  test('in which a stored script was damaged serves again once the plugin is approved again', async () => {
    const manager = await hosts.startWith();
    const { digest = '' } = manager.info('acme');
    const folder = join(hosts.home, 'store', digest.replace(':', '-'));
    for (const name of readdirSync(folder).filter((each) => each !== 'manifest.json')) {
      chmodSync(join(folder, name), 0o600);
      writeFileSync(join(folder, name), 'module.exports = 1');
    }
    await expect(listAccounts(manager)).rejects.toThrow(code('DIGEST_MISMATCH'));
    await manager.installer.approve('acme');
    await expect(listAccounts(manager)).resolves.toMatchObject({ items: [{ id: 'A1' }] });
  });

  test('keeps every line of a log, also those of the moment in which the host ends', async () => {
    const manager = await hosts.startWith({ script: LOGGING });
    await listAccounts(manager);
    await hosts.close(manager);
    const lines = hosts.start().logsOf('acme');
    expect(lines.map(({ message }) => message)).toEqual(
      Array.from({ length: 50 }, (_, row) => `line ${row}`),
    );
  });
});

describe('while another program writes to host.db', () => {
  /** Does something meanwhile, and something before the other ends. */
  async function whileLocked(work: () => Promise<void>): Promise<void> {
    const other = new DatabaseSync(join(hosts.home, 'host.db'));
    other.exec('BEGIN IMMEDIATE');
    try {
      await work();
    } finally {
      other.close();
    }
  }

  test('calls are answered, crashes count, and all is written once it has ended', async () => {
    const manager = await hosts.startWith({ script: LOGGING });
    writeToyPlugin(hosts.plugins, { id: 'crashing', script: CRASHING });
    const crashing = hosts.start();
    await crashing.installer.approve('crashing');
    const crashed = new Promise((resolve) => crashing.onStateChange('error', resolve));
    await whileLocked(async () => {
      await expect(listAccounts(manager)).resolves.toEqual({ items: [] });
      await expect(listAccounts(crashing, 'crashing')).rejects.toThrow(code('CELL_CRASHED'));
      await crashed;
      await expect(listAccounts(crashing, 'crashing')).rejects.toThrow(code('CELL_BACKING_OFF'));
      expect(manager.logsOf('acme')).toHaveLength(50);
      expect(hosts.start().info('acme').state).toBe('discovered');
    });
    await hosts.close(manager);
    await hosts.close(crashing);
    const later = hosts.start();
    expect(later.logsOf('acme')).toHaveLength(50);
    expect(later.historyOf('crashing').map(({ to }) => to)).toContain('error');
    await expect(listAccounts(later, 'crashing')).rejects.toThrow(code('CELL_BACKING_OFF'));
  });

  test('what the user decides waits for it, and calls do not', async () => {
    const manager = await hosts.startWith();
    writeToyPlugin(hosts.plugins, { id: 'other' });
    const later = hosts.start();
    expect(later.list().map(({ id }) => id)).toEqual(['acme', 'other']);
    const deciding: Promise<unknown>[] = [];
    await whileLocked(async () => {
      deciding.push(
        later.installer.approve('other'),
        manager.settings.configure('acme', { greeting: 'ahoy' }),
      );
      await expect(listAccounts(manager)).resolves.toMatchObject({ items: [{ name: 'hello' }] });
    });
    await Promise.all(deciding);
    expect(later.info('other').state).toBe('discovered');
    await expect(listAccounts(manager)).resolves.toMatchObject({ items: [{ name: 'ahoy' }] });
  });
});

describe('the store', () => {
  const stored = () => readdirSync(join(hosts.home, 'store')).length;

  test('keeps five versions of a plugin, and goes back no further', async () => {
    await hosts.startWith();
    for (let minor = 1; minor <= 6; minor += 1) {
      writeToyPlugin(hosts.plugins, { version: `1.${minor}.0` });
      expect(hosts.start().info('acme').version).toBe(`1.${minor}.0`);
    }
    expect(stored()).toBe(5);
    const manager = hosts.start();
    for (const minor of [5, 4, 3, 2])
      await expect(manager.installer.rollBack('acme')).resolves.toMatchObject({ version: `1.${minor}.0` });
    await expect(manager.installer.rollBack('acme')).rejects.toThrow(code('NO_EARLIER_VERSION'));
    await expect(listAccounts(manager)).resolves.toMatchObject({ items: [{ id: 'A1' }] });
    expect(manager.info('acme').approvals).toHaveLength(7);
  });

  test('keeps the versions of other plugins', async () => {
    await hosts.startWith({ id: 'other' });
    await hosts.startWith();
    for (let minor = 1; minor <= 6; minor += 1) {
      writeToyPlugin(hosts.plugins, { version: `1.${minor}.0` });
      hosts.start().list();
    }
    expect(stored()).toBe(6);
    await expect(listAccounts(hosts.start(), 'other')).resolves.toMatchObject({ items: [{ id: 'A1' }] });
  });
});

describe('an id', () => {
  test('that several strangers claim is given to none of them', async () => {
    for (const name of ['one', 'two']) {
      writeToyPlugin(join(hosts.folder, name), {
        packageJson: { name: `@${name}/plugin-acme` },
        manifest: { name: `@${name}/plugin-acme` },
      });
    }
    const folders = ['one', 'two'].map((name) => join(hosts.folder, name));
    const manager = hosts.start({ folders });
    expect(manager.list().map(({ state }) => state)).toEqual(['rejected', 'rejected']);
    await expect(manager.installer.approve('acme')).rejects.toThrow(code('PLUGIN_ID_CLASH'));
  });
});

describe('a plugin', () => {
  test('whose approval was taken back waits in the same host too', async () => {
    const manager = await hosts.startWith();
    await manager.switch.load('acme');
    await manager.installer.remove('acme');
    expect(manager.list()).toMatchObject([{ id: 'acme', state: 'waiting' }]);
    expect(() => listAccounts(manager)).toThrow(code('PLUGIN_NOT_APPROVED'));
  });

  test('that runs can be enabled, which changes nothing', async () => {
    const manager = await hosts.startWith();
    await manager.switch.load('acme');
    await manager.switch.enable('acme');
    expect(manager.stateOf('acme')).toBe('active');
  });

  test('that another host has disabled is offered no files', async () => {
    const manager = await hosts.startWith();
    expect(manager.list()).toHaveLength(1);
    await hosts.start().switch.disable('acme');
    const head = new TextEncoder().encode('Date,Amount\n');
    expect(manager.reader.recognise({ name: 'march.csv', head })).toEqual([]);
  });

  test('that was added as a link is removed without what the link leads to', async () => {
    const path = writeToyPlugin(join(hosts.folder, 'mine'));
    mkdirSync(join(hosts.home, 'plugins'), { recursive: true });
    symlinkSync(path, join(hosts.home, 'plugins', 'acme'));
    const manager = hosts.start();
    await manager.installer.remove('acme');
    expect(existsSync(join(path, 'dist', 'manifest.json'))).toBe(true);
    expect(manager.list()).toEqual([]);
  });

  test('that is added again takes the place of the former package, and leaves nothing beside it', async () => {
    const manager = hosts.start();
    await manager.installer.add(writeToyPlugin(join(hosts.folder, 'a')));
    await manager.installer.add(writeToyPlugin(join(hosts.folder, 'b'), { version: '2.0.0' }));
    expect(manager.list()).toMatchObject([{ id: 'acme', version: '2.0.0' }]);
    expect(readdirSync(join(hosts.home, 'plugins'))).toEqual(['acme']);
    expect(readdirSync(join(hosts.home, 'drafts'))).toEqual([]);
  });

  test('that crashed under a clock that was ahead starts again at once', async () => {
    await hosts.startWith({ script: CRASHING });
    const ahead = hosts.start({ now: () => Date.UTC(2030, 0, 1) });
    const crashed = new Promise((resolve) => ahead.onStateChange('error', resolve));
    await expect(listAccounts(ahead)).rejects.toThrow(code('CELL_CRASHED'));
    await crashed;
    const right = hosts.start({ now: () => Date.UTC(2024, 0, 1) });
    await expect(listAccounts(right)).rejects.toThrow(code('CELL_CRASHED'));
  });
});
