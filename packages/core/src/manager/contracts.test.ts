import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildGuest } from '../cell/fixtures/build-guest.js';
import { SERVED_CONTRACTS } from '../contracts/index.js';
import { Hosts } from '../testing/hosts.js';
import { NEXT_CONTRACT } from '../testing/next-contract.js';
import { writeToyPlugin } from '../testing/toy-plugin.js';
import type { PluginManager } from './plugin-manager.js';

let hosts: Hosts;

beforeAll(buildGuest);
beforeEach(() => {
  hosts = new Hosts();
});
afterEach(() => hosts.end());

/** A plugin whose list of accounts is this expression of what it is asked. */
const listing = (answer: string): string => `module.exports = { default: { type: 'broker', activate: () => ({
  account: { listAccounts: async (asked) => (${answer}) },
}) } };`;

const OF_1 = listing(`asked.cursor === undefined
  ? { items: [{ id: 'A1' }], cursor: 'p2' }
  : { items: [{ id: 'A2', name: JSON.stringify(asked) }] }`);
const OF_2 = listing(`asked.after === undefined
  ? { accounts: [{ id: 'A1' }], next: 'p2' }
  : { accounts: [{ id: 'A2', name: JSON.stringify(asked) }] }`);

/** A host that serves 1.x and 2.0 side by side, with a plugin that claims some of it. */
async function start(script: string, api: string): Promise<PluginManager> {
  writeToyPlugin(hosts.plugins, { script, manifest: { api, services: ['account'], statements: [] } });
  const manager = hosts.start({}, { contracts: [...SERVED_CONTRACTS, NEXT_CONTRACT] });
  await manager.installer.approve('acme');
  return manager;
}

const list = (manager: PluginManager, request: object = {}): Promise<unknown> =>
  manager.call('acme', 'account', 'listAccounts', request);

describe.each([
  ['1.1.0', '>=1.0.0 <2.0.0', OF_1, '{"cursor":"p2"}'],
  ['2.0.0', '>=2.0.0 <3.0.0', OF_2, '{"after":"p2"}'],
  ['2.0.0', '>=1.0.0 <3.0.0', OF_2, '{"after":"p2"}'],
])('beside 2.0, contract %s with a plugin for %s', (version, api, script, asked) => {
  test('is what they settle on, and what is shown', async () => {
    const manager = await start(script, api);
    expect(manager.info('acme').api).toEqual({ range: api, version });
    expect(manager.list().map((plugin) => plugin.api)).toEqual([{ range: api, version }]);
  });

  test('serves callers in the words of 2.0', async () => {
    const manager = await start(script, api);
    expect(await list(manager)).toEqual({ accounts: [{ id: 'A1' }], next: 'p2' });
    expect(await list(manager, { after: 'p2' })).toEqual({ accounts: [{ id: 'A2', name: asked }] });
    await expect(list(manager, { cursor: 'p2' })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });

  test('serves the rooms of the host in their own words', async () => {
    const manager = await start(script, api);
    const { accounts } = await manager.reader.pull('acme').collect();
    expect(accounts).toEqual([{ id: 'A1' }, { id: 'A2', name: asked }]);
  });
});

test.each(['42', '{ items: 42 }', '{ items: [], more: 1 }', '{}'])(
  'an answer of 1.x that is %s breaks 2.0 as well',
  async (answer) => {
    const manager = await start(listing(answer), '^1.0.0');
    await expect(list(manager)).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE' });
  },
);

test('a plugin that claims 2.0 and speaks 1.x is found out, however it is asked', async () => {
  const manager = await start(OF_1, '>=1.0.0 <3.0.0');
  await expect(list(manager)).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE' });
  await expect(manager.reader.pull('acme').collect()).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE' });
});

test('a plugin for 1.x is refused where 2.0 alone is served, with what to do', () => {
  writeToyPlugin(hosts.plugins, {
    script: OF_1,
    manifest: { api: '>=1.0.0 <2.0.0', services: ['account'], statements: [] },
  });
  const manager = hosts.start({}, { contracts: [NEXT_CONTRACT] });
  expect(manager.info('acme')).toMatchObject({
    state: 'rejected',
    api: { range: '>=1.0.0 <2.0.0' },
    findings: [{ code: 'API_INCOMPATIBLE', remedy: 'Update the plugin.' }],
  });
});

test('a plugin for 2.0 is refused by this release, with what to do', () => {
  writeToyPlugin(hosts.plugins, {
    script: OF_2,
    manifest: { api: '^2.0.0', services: ['account'], statements: [] },
  });
  expect(hosts.start().info('acme')).toMatchObject({
    state: 'rejected',
    findings: [{ code: 'API_INCOMPATIBLE', remedy: 'Update Bourse.' }],
  });
});
