import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { scriptAnswering, writeToyPlugin } from '../testing/toy-plugin.js';
import { Hosts } from '../testing/hosts.js';
import type { PluginManager } from './plugin-manager.js';

let hosts: Hosts;

beforeEach(() => {
  hosts = new Hosts();
});

afterEach(() => hosts.end());

/** Reports a deposit before it reads the file and one behind it, so that a test can stop in the middle. */
const TWO_PARTS = `
const deposit = (row) => ({ cashMovements: [{ accountId: 'A1', type: 'DEPOSIT', status: 'BOOKED', date: '2024-03-0' + row,
  description: 'in', money: { amount: '1', currency: 'EUR' }, source: { rows: [row] } }] });
module.exports = { default: { type: 'broker', activate: () => ({
  account: { listAccounts: async () => ({ items: [] }) },
  statement: { async *read(file) {
    yield deposit(1);
    for await (const chunk of file.content);
    yield deposit(2);
    yield { rowsTotal: 2 };
  } },
}) } };`;

const NEVER_ANSWERS = `module.exports = { default: { type: 'broker', activate: () => ({ account: { listAccounts: () => new Promise(() => {}) } }) } };`;

const code = (expected: string) => expect.objectContaining({ code: expected });
const listAccounts = (manager: PluginManager) => manager.call('acme', 'account', 'listAccounts', {});

/** A reading that has given its first part and waits for the file until `goOn` is called. */
async function beginReading(manager: PluginManager) {
  const gate = Promise.withResolvers<unknown>();
  const content = (async function* () {
    await gate.promise;
    yield new Uint8Array(3);
  })();
  const input = { format: 'acme-csv', name: 'march.csv', size: 3, content };
  const reading = manager.reader.readStatement('acme', input);
  const parts = reading.parts();
  const first = await parts.next();
  return { reading, parts, first, goOn: () => gate.resolve(undefined) };
}

describe('a reading that runs', () => {
  test('ends in the version and with the settings that it began with', async () => {
    const manager = await hosts.startWith({ script: TWO_PARTS });
    const { reading, parts, first, goOn } = await beginReading(manager);
    await manager.settings.configure('acme', { greeting: 'ahoy' });
    await manager.switch.reload('acme');
    goOn();
    const rest = await Array.fromAsync(parts);
    const deposits = [first.value, ...rest].flatMap((part) => part?.cashMovements ?? []);
    expect(deposits.map(({ date }) => date)).toEqual(['2024-03-01', '2024-03-02']);
    expect(reading.end()).toEqual({ rowsTotal: 2, problems: [] });
    expect(manager.stateOf('acme')).toBe('active');
  });

  test.each<[string, (manager: PluginManager) => Promise<unknown>]>([
    ['disabled', (manager) => manager.switch.disable('acme')],
    ['unloaded', (manager) => manager.switch.unload('acme')],
    ['removed', (manager) => manager.installer.remove('acme')],
    ['closed with its host', (manager) => hosts.close(manager)],
  ])('is canceled when its plugin is %s', async (_, end) => {
    const manager = await hosts.startWith({ script: TWO_PARTS });
    const { parts, goOn } = await beginReading(manager);
    await end(manager);
    goOn();
    await expect(parts.next()).rejects.toThrow(code('CALL_CANCELED'));
  });

  test('in a version that was replaced holds up no host that ends', async () => {
    const manager = await hosts.startWith({ script: TWO_PARTS });
    const { parts, goOn } = await beginReading(manager);
    await manager.switch.reload('acme');
    await hosts.close(manager);
    goOn();
    await expect(parts.next()).rejects.toThrow(code('CALL_CANCELED'));
  });

  test('is canceled when another host disables its plugin, from the next call on', async () => {
    const manager = await hosts.startWith({ script: TWO_PARTS });
    const { parts, goOn } = await beginReading(manager);
    await hosts.start().switch.disable('acme');
    expect(() => listAccounts(manager)).toThrow(code('PLUGIN_DISABLED'));
    goOn();
    await expect(parts.next()).rejects.toThrow(code('CALL_CANCELED'));
  });
});

describe('the third crash of a version', () => {
  /** Crashes behind the file that it reads. */
  const CRASHES_AT_THE_END = TWO_PARTS.replace(
    'yield deposit(2);',
    "Promise.reject(new Error('bang')); await new Promise(() => {});",
  );

  /** A reading in the middle, of a version that has crashed twice before. */
  async function readBeforeThirdCrash(manager: PluginManager) {
    const database = new DatabaseSync(join(hosts.home, 'host.db'));
    const insert = database.prepare('INSERT INTO crash (cell, at, reason) VALUES (?, ?, ?)');
    for (const age of [120_000, 60_000])
      insert.run(`acme ${manager.info('acme').digest}`, new Date(Date.now() - age).toISOString(), 'crashed');
    database.close();
    const { parts, goOn } = await beginReading(manager);
    return async () => {
      const { length } = manager.evidence.list();
      goOn();
      await expect(parts.next()).rejects.toThrow(code('CELL_CRASHED'));
      // A crash counts when the process is gone, a moment after the caller has learned of it.
      while (manager.evidence.list().length === length) await setImmediate();
    };
  }

  test('that runs with other settings meanwhile quarantines the plugin for every host', async () => {
    const manager = await hosts.startWith({ script: CRASHES_AT_THE_END });
    const crash = await readBeforeThirdCrash(manager);
    await manager.settings.configure('acme', { greeting: 'ahoy' });
    await crash();
    expect(manager.stateOf('acme')).toBe('quarantined');
    expect(() => listAccounts(manager)).toThrow(code('PLUGIN_QUARANTINED'));
    expect(() => listAccounts(hosts.start())).toThrow(code('PLUGIN_QUARANTINED'));
    await manager.switch.enable('acme');
    await expect(listAccounts(manager)).resolves.toEqual({ items: [] });
  });

  test('that was replaced leaves the one that serves now in peace', async () => {
    const manager = await hosts.startWith({ script: CRASHES_AT_THE_END });
    const crash = await readBeforeThirdCrash(manager);
    writeToyPlugin(hosts.plugins, { version: '1.1.0' });
    await manager.switch.reload('acme');
    await crash();
    expect(manager.stateOf('acme')).toBe('active');
    await manager.switch.unload('acme');
    await expect(listAccounts(manager)).resolves.toMatchObject({ items: [{ id: 'A1' }] });
  });
});

test('a reading that begins after its plugin was stopped starts no cell', async () => {
  const manager = await hosts.startWith();
  const reading = manager.reader.pull('acme');
  await manager.switch.disable('acme');
  await expect(reading.parts().next()).rejects.toThrow(code('CALL_CANCELED'));
  expect(manager.stateOf('acme')).toBe('disabled');
});

test('a listing of many pages goes on where a reload comes in between', async () => {
  const manager = await hosts.startWith({
    script: scriptAnswering(`{ items: [] }`).replace(
      'async () => ({ items: [] })',
      `async (query) => query.cursor ? { items: [{ id: 'A2' }] } : { items: [{ id: 'A1' }], cursor: 'x' }`,
    ),
  });
  const parts = manager.reader.pull('acme').parts();
  await parts.next();
  await manager.switch.reload('acme');
  const { value } = await parts.next();
  expect(value?.accounts).toMatchObject([{ id: 'A2' }]);
  await parts.return();
});

describe('a reload', () => {
  test('of a plugin that is disabled meanwhile changes nothing', async () => {
    const manager = await hosts.startWith();
    await manager.switch.load('acme');
    const reloading = manager.switch.reload('acme');
    await Promise.all([
      expect(reloading).rejects.toThrow(code('PLUGIN_DISABLED')),
      manager.switch.disable('acme'),
    ]);
    expect(manager.stateOf('acme')).toBe('disabled');
  });

  test('that fails does not bring back what another host removed meanwhile', async () => {
    const manager = await hosts.startWith();
    const other = hosts.start();
    await manager.switch.load('acme');
    writeToyPlugin(hosts.plugins, {
      version: '1.1.0',
      script: `module.exports = { default: { type: 'broker', activate() { throw new Error('not today'); } } };`,
    });
    const reloading = manager.switch.reload('acme');
    await Promise.all([expect(reloading).rejects.toThrow('not today'), other.installer.remove('acme')]);
    expect(hosts.start().info('acme')).toMatchObject({ state: 'waiting', pending: { version: '1.1.0' } });
  });

  test('that fails leaves the version before in force, and lists the other as waiting', async () => {
    const manager = await hosts.startWith();
    await manager.switch.load('acme');
    writeToyPlugin(hosts.plugins, {
      version: '1.1.0',
      script: `module.exports = { default: { type: 'broker', activate() { throw new Error('not today'); } } };`,
    });
    await expect(manager.switch.reload('acme')).rejects.toThrow('not today');
    expect(manager.info('acme')).toMatchObject({ version: '1.0.0', pending: { version: '1.1.0' } });
  });
});

test('settings that are changed at the same time are all in force', async () => {
  const names = ['left', 'right'];
  const manager = await hosts.startWith({
    manifest: {
      settings: {
        type: 'object',
        properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
        additionalProperties: false,
      },
    },
  });
  const other = hosts.start();
  await Promise.all([
    manager.settings.configure('acme', { left: 'L' }),
    other.settings.configure('acme', { right: 'R' }),
  ]);
  expect(manager.settings.get('acme')).toEqual({ left: 'L', right: 'R' });
});

test('a host that ends while calls run cancels them and starts nothing any more', async () => {
  const manager = await hosts.startWith({ script: NEVER_ANSWERS });
  await manager.switch.load('acme');
  const open = listAccounts(manager);
  const closing = hosts.close(manager);
  await expect(open).rejects.toThrow(code('CALL_CANCELED'));
  await closing;
  expect(() => listAccounts(manager)).toThrow(code('HOST_DATABASE_UNAVAILABLE'));
});

test('an update does not undo what another host has decided meanwhile', async () => {
  const digest = () => hosts.start().info('acme').digest;
  const manager = await hosts.startWith();
  const first = digest();
  writeToyPlugin(hosts.plugins, { version: '1.1.0' });
  expect(digest()).not.toBe(first);
  await manager.installer.rollBack('acme');
  expect(digest()).toBe(first);
});
