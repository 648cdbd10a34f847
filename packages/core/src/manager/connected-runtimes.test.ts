import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { buildGuest } from '../cell/fixtures/build-guest.js';
import { ScriptedNetwork } from '../cell/fixtures/scripted-network.js';
import { Hosts } from '../testing/hosts.js';
import { writeToyPlugin } from '../testing/toy-plugin.js';
import type { ManagerOptions } from './manager-options.js';
import type { PluginManager } from './plugin-manager.js';

let hosts: Hosts;

beforeAll(buildGuest);
beforeEach(() => {
  hosts = new Hosts();
});
afterEach(() => hosts.end());

const ONE = { connection: { id: 'one', name: 'Mine' } };
const TWO = { connection: { id: 'two', name: 'Hers' } };

/** Answers with one account whose name tells what `expression` gives. */
const script = (expression: string): string => `
let calls = 0;
module.exports = { default: { type: 'broker', activate: (ctx) => ({ account: { listAccounts: async () => {
  calls += 1;
  return { items: [{ id: 'A1', name: String(await (${expression})) }] };
} } }) } };`;

async function start(
  expression: string,
  options: Partial<ManagerOptions> = {},
  manifest: object = {},
): Promise<PluginManager> {
  writeToyPlugin(hosts.plugins, {
    script: script(expression),
    manifest: { services: ['account'], statements: [], ...manifest },
  });
  const manager = hosts.start(options);
  await manager.installer.approve('acme');
  return manager;
}

async function ask(manager: PluginManager, options = {}): Promise<string> {
  const page = await manager.call('acme', 'account', 'listAccounts', {}, options);
  return (page as { items: [{ name: string }] }).items[0].name;
}

test('each connection has a cell of its own, which knows its name', async () => {
  const manager = await start(`(ctx.connection?.name ?? 'none') + calls`);
  expect(await ask(manager, ONE)).toBe('Mine1');
  expect(await ask(manager, TWO)).toBe('Hers1');
  expect(await ask(manager)).toBe('none1');
  expect(await ask(manager, ONE)).toBe('Mine2');
  expect(manager.stateOf('acme')).toBe('active');
  expect(manager.historyOf('acme').filter(({ to }) => to === 'active')).toHaveLength(1);
});

test('a connection that crashes leaves the others alone', async () => {
  const manager = await start(
    `(ctx.connection.id === 'two' && setTimeout(() => { throw new Error('ouch') }), new Promise((go) => setTimeout(go, 20, 'well' + calls)))`,
  );
  expect(await ask(manager, ONE)).toBe('well1');
  await expect(ask(manager, TWO)).rejects.toMatchObject({ code: 'CELL_CRASHED' });
  expect(await ask(manager, ONE)).toBe('well2');
  expect(manager.stateOf('acme')).toBe('active');
});

test('all cells of a plugin end with it', async () => {
  const manager = await start(`calls`);
  await ask(manager, ONE);
  await ask(manager, TWO);
  await manager.switch.disable('acme');
  expect(manager.stateOf('acme')).toBe('disabled');
  await expect(ask(manager, ONE)).rejects.toMatchObject({ code: 'PLUGIN_DISABLED' });
});

test('the way to the network is asked for with plugin and connection', async () => {
  const asked: unknown[] = [];
  const network = (plugin: { id: string }, connection?: { id: string }): ScriptedNetwork => {
    asked.push([plugin.id, connection?.id]);
    const way = new ScriptedNetwork();
    way.answer = ({ url }) => ({ body: `${connection?.id} ${url.pathname}` });
    return way;
  };
  const manager = await start(`fetch('https://api.acme.example/x').then((r) => r.text())`, { network });
  expect(await ask(manager, ONE)).toBe('one /x');
  expect(await ask(manager)).toBe('undefined /x');
  expect(asked).toEqual([
    ['acme', 'one'],
    ['acme', undefined],
  ]);
});

test('a plugin that claims contract 1.0 alone has no network and no storage', async () => {
  const manager = await start(
    `fetch('https://a.example').catch((e) => e.code + typeof ctx.storage)`,
    { network: () => new ScriptedNetwork() },
    { api: '~1.0.0', storage: '1KiB' },
  );
  expect(await ask(manager, ONE)).toBe('PERMISSION_DENIEDundefined');
});

test('what a plugin stores is there for the same connection in the next run', async () => {
  const code = `(async () => { const n = (await ctx.storage.get('n') ?? 0) + 1; await ctx.storage.set('n', n); return n })()`;
  const manager = await start(code, {}, { storage: '1KiB' });
  expect(await ask(manager, ONE)).toBe('1');
  expect(await ask(manager, TWO)).toBe('1');
  await hosts.close(manager);
  const next = hosts.start();
  expect(await ask(next, ONE)).toBe('2');
});

test('a plugin stores no more than its manifest asks for', async () => {
  const code = `ctx.storage.set('k', 'x'.repeat(1024)).catch((e) => e.code)`;
  expect(await ask(await start(code, {}, { storage: '1KiB' }), ONE)).toBe('STORAGE_FULL');
});
