import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { NetworkPermission } from '../interfaces/index.js';
import { Hosts } from '../testing/hosts.js';
import { acmeManifest } from '../testing/acme-manifest.js';
import { writeToyPlugin, type ToyPlugin } from '../testing/toy-plugin.js';
import { grantedNetwork } from './grants.js';
import { networkPermissionId, networkPermissionsOf } from './network-permissions.js';

const READ: NetworkPermission = {
  origin: 'https://api.acme.example',
  methods: ['GET'],
  paths: ['/v2/**'],
  access: 'read',
  credentials: ['apiKey'],
  why: 'reads balances',
};
const PRICES: NetworkPermission = {
  origin: 'https://prices.acme.example',
  methods: ['GET'],
  paths: ['/**'],
  access: 'read',
  why: 'reads prices',
};
const online = (network: readonly NetworkPermission[], version = '1.0.0'): ToyPlugin => ({
  version,
  manifest: {
    api: '>=1.1.0 <2.0.0',
    network: [...network],
    credentials: { apiKey: { label: 'API key', secret: true } },
  },
});
const idOf = (permission: NetworkPermission) => networkPermissionId(permission, {});

let hosts: Hosts;
beforeEach(() => void (hosts = new Hosts()));
afterEach(() => hosts.end());

test('equal rights have equal ids, whatever the reason and the order of members', () => {
  const { why: _, origin, ...rest } = READ;
  expect(idOf({ ...rest, why: 'trust me', origin })).toBe(idOf(READ));
  expect(idOf({ ...READ, paths: ['/**'] })).not.toBe(idOf(READ));
});

test('trading that was declined stays trading, so that no permission to read covers it', () => {
  const trade = { ...READ, access: 'trade' as const, why: 'places orders' };
  const manifest = acmeManifest({ network: [READ, trade], credentials: { apiKey: { label: 'API key' } } });
  const granted = grantedNetwork(manifest, { permissions: [idOf(READ)], declined: [idOf(trade)] });
  expect(granted.map(({ permission }) => permission.access)).toEqual(['read', 'trade']);
});

test('a right has a rate: its own, else the largest of its origin, else the usual one, which is shown as well', () => {
  const network = [
    READ,
    { ...READ, paths: ['/slow'], perMinute: 5 },
    { ...READ, paths: ['/fast'], perMinute: 50 },
    PRICES,
  ];
  const manifest = acmeManifest({ network, credentials: { apiKey: { label: 'API key' } } });
  const permissions = network.map(idOf);
  const granted = grantedNetwork(manifest, { permissions, declined: [] });
  expect(granted.map(({ permission }) => permission.perMinute)).toEqual([50, 5, 50, 600]);
  expect(granted.map(({ id }) => id)).toEqual(permissions);
  expect(networkPermissionsOf(manifest).map(({ text }) => text.split(', ').at(-1))).toEqual([
    'at most 50 times a minute',
    'at most 5 times a minute',
    'at most 50 times a minute',
    'at most 600 times a minute',
  ]);
});

test('a right that was declined makes no other one faster', () => {
  const fast = { ...READ, paths: ['/fast'], perMinute: 100_000 };
  const manifest = acmeManifest({
    network: [READ, fast],
    credentials: { apiKey: { label: 'API key' } },
  });
  const granted = grantedNetwork(manifest, { permissions: [idOf(READ)], declined: [idOf(fast)] });
  expect(granted.map(({ permission }) => permission.perMinute)).toEqual([600]);
});

test('what a recipe does is part of the right that it is used for', () => {
  const scheme = (header: string) => ({ key: { place: [{ header, value: { credential: 'apiKey' } }] } });
  const signed = { ...READ, scheme: 'key' };
  expect(networkPermissionId(signed, { schemes: scheme('x-key') })).not.toBe(
    networkPermissionId(signed, { schemes: scheme('x-other') }),
  );
});

test('a right says origin, access and credentials; the right that can move money comes first, the reason stands apart', () => {
  const [trade, read] = networkPermissionsOf(
    acmeManifest({
      network: [READ, { ...READ, access: 'trade', why: 'places orders' }],
      credentials: { apiKey: { label: 'API key' } },
    }),
  );
  expect(read).toMatchObject({
    text: 'reads from https://api.acme.example with "API key" (GET /v2/**), at most 600 times a minute',
    why: 'reads balances',
  });
  expect(trade?.text).toMatch(/^can TRADE or move money at https:\/\/api\.acme\.example/);
});

test('a plugin is approved without some of its rights, and an update that asks for no more is not asked about again', async () => {
  writeToyPlugin(hosts.plugins, online([READ, PRICES]));
  const first = hosts.start();
  await first.installer.approve('acme', { without: [idOf(PRICES)] });
  const [approval] = first.info('acme').approvals;
  expect(approval?.permissions).toContain(idOf(READ));
  expect(approval?.declined).toEqual([idOf(PRICES)]);
  await hosts.close(first);
  writeToyPlugin(hosts.plugins, online([READ, PRICES], '1.1.0'));
  const { approvals, version } = hosts.start().info('acme');
  expect(version).toBe('1.1.0');
  expect(approvals[0]).toMatchObject({ approvedBy: 'update', declined: [idOf(PRICES)] });
});

test('an update that asks for more waits with the difference, and the old version keeps serving', async () => {
  writeToyPlugin(hosts.plugins, online([READ]));
  const first = hosts.start();
  await first.installer.approve('acme');
  await hosts.close(first);
  writeToyPlugin(hosts.plugins, online([READ, PRICES], '1.1.0'));
  const { version, pending } = hosts.start().info('acme');
  expect(version).toBe('1.0.0');
  expect(pending?.asksFor.map(({ id }) => id)).toEqual([idOf(PRICES)]);
});

test('an update to which a secret is none waits: answers would show it', async () => {
  writeToyPlugin(hosts.plugins, online([READ]));
  const first = hosts.start();
  await first.installer.approve('acme');
  await hosts.close(first);
  const { manifest, ...update } = online([READ], '1.1.0');
  const credentials = { apiKey: { label: 'API key', secret: false } };
  writeToyPlugin(hosts.plugins, { ...update, manifest: { ...manifest, credentials } });
  const { version, pending } = hosts.start().info('acme');
  expect(version).toBe('1.0.0');
  expect(pending?.asksFor.map(({ id, text }) => [id, text])).toEqual([
    ['open:apiKey', 'may see "API key" in answers, since it says that this is no secret'],
  ]);
});

test('a right that was revoked stays so in the version before, to which the user goes back', async () => {
  writeToyPlugin(hosts.plugins, online([READ, PRICES]));
  const first = hosts.start();
  await first.installer.approve('acme');
  await hosts.close(first);
  writeToyPlugin(hosts.plugins, online([READ, PRICES], '1.1.0'));
  const second = hosts.start();
  await second.installer.revoke('acme', idOf(PRICES));
  await second.installer.revoke('acme', idOf(READ));
  await second.installer.grant('acme', [idOf(PRICES)]);
  expect(await second.installer.rollBack('acme')).toMatchObject({
    version: '1.0.0',
    declined: [idOf(PRICES)],
  });
  const [, , , , former] = hosts.start().info('acme').approvals;
  expect(former).toMatchObject({ version: '1.0.0', approvedBy: 'user', declined: [idOf(PRICES)] });
  expect(former?.permissions).toContain(idOf(READ));
  expect(former?.permissions).not.toContain(idOf(PRICES));
  expect([...second.audit.read()].map(({ entry }) => entry).slice(-2)).toMatchObject([
    { kind: 'grant', action: 'granted', digest: former?.digest },
    { kind: 'grant', action: 'revoked', digest: former?.digest, permissions: [idOf(PRICES)] },
  ]);
});

test('a right is revoked and granted again; what the plugin makes no sense without is not', async () => {
  writeToyPlugin(hosts.plugins, online([READ, PRICES]));
  const manager = hosts.start();
  await manager.installer.approve('acme');
  await manager.installer.revoke('acme', idOf(PRICES));
  expect(manager.info('acme').approvals[0]).toMatchObject({ declined: [idOf(PRICES)] });
  await manager.installer.revoke('acme', idOf(READ));
  expect(manager.info('acme').approvals[0]?.declined).toEqual(
    expect.arrayContaining([idOf(READ), idOf(PRICES)]),
  );
  await manager.installer.approve('acme', { without: [] });
  expect(manager.info('acme').approvals[0]).toMatchObject({ declined: [] });
  const whole = manager.installer.revoke('acme', 'institution:Acme Securities');
  await expect(whole).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  await expect(manager.installer.revoke('acme', 'network:none')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
