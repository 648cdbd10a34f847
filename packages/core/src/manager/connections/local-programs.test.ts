import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { buildGuest } from '../../cell/fixtures/build-guest.js';
import { makeCertificates, type TestCertificates } from '../../gateway/fixtures/certificates.js';
import { HostDatabase } from '../../store/index.js';
import { Hosts } from '../../testing/hosts.js';
import { writeToyPlugin } from '../../testing/toy-plugin.js';
import { Vault } from '../../vault/index.js';
import { HostAudit } from '../host-audit.js';
import type { PluginManager } from '../plugin-manager.js';

const ORIGIN = 'loopback:5000';
const [OWN, OTHER] = [makeCertificates(['localhost']), makeCertificates(['localhost'])];
const SCRIPT = `module.exports = { default: { type: 'broker', activate: () => ({
  account: { listAccounts: async () => (await fetch('https://localhost:5000/accounts')).json() },
}) } };`;

let hosts: Hosts;
let manager: PluginManager;
let servers: Server[];

beforeAll(buildGuest);
beforeEach(async () => {
  hosts = new Hosts();
  servers = [];
  const network = [
    {
      origin: ORIGIN,
      methods: ['GET' as const],
      paths: ['/**'],
      access: 'read' as const,
      why: 'reads accounts',
    },
  ];
  writeToyPlugin(hosts.plugins, {
    script: SCRIPT,
    manifest: { api: '>=1.1.0 <2.0.0', services: ['account'], statements: [], network },
  });
  manager = hosts.start();
  await manager.installer.approve('acme');
});
afterEach(async () => {
  await hosts.end();
  for (const server of servers) server.close();
});

/** A program that answers with its one account, and then hangs up. */
async function runProgram(own: TestCertificates): Promise<number> {
  const server = createServer(own, (_, response) =>
    response.setHeader('connection', 'close').end('{"items":[{"id":"A1","name":"Main"}]}'),
  );
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const listAccounts = (id: string): Promise<unknown> =>
  manager.connections.use(id, (session) => session.call('account', 'listAccounts', {}));

/** What the user sees of a program and says yes to. */
async function seen(port: number): Promise<{ [ORIGIN]: { port: number; certificate: string } }> {
  const { certificate } = await manager.connections.programs.readCertificate(port);
  return { [ORIGIN]: { port, certificate } };
}

describe('a program on this machine', () => {
  test('is trusted by its certificate, for the connection for which that was approved and for no other', async () => {
    const { connections } = manager;
    const programs = await seen(await runProgram(OWN));
    expect(connections.programs.originsOf('acme')).toEqual([ORIGIN]);
    expect(await connections.add({ plugin: 'acme', credentials: {}, programs })).toMatchObject({ programs });
    expect(connections.programs.areUsedBy('acme')).toBe(false);
    expect(await listAccounts('acme')).toMatchObject({ items: [{ id: 'A1' }] });
    expect(connections.programs.areUsedBy('acme')).toBe(true);
    await connections.add({ plugin: 'acme', credentials: {} });
    await expect(listAccounts('acme-2')).rejects.toMatchObject({ code: 'NETWORK_REFUSED' });
    expect(await listAccounts('acme')).toMatchObject({ items: [{ id: 'A1' }] });
  });

  test('that shows another certificate is refused until that one is approved; all of it is in the audit', async () => {
    const { connections } = manager;
    const former = await seen(await runProgram(OWN));
    const port = await runProgram(OTHER);
    const { certificate } = former[ORIGIN];
    await connections.add({ plugin: 'acme', credentials: {}, programs: { [ORIGIN]: { port, certificate } } });
    await expect(listAccounts('acme')).rejects.toMatchObject({ code: 'CERTIFICATE_INVALID' });
    const next = await seen(port);
    await connections.programs.trust('acme', next);
    expect(await listAccounts('acme')).toMatchObject({ items: [{ id: 'A1' }] });
    expect(connections.get('acme').programs).toEqual(next);
    const told = [...manager.audit.read()].flatMap(({ entry }) => (entry?.kind === 'program' ? [entry] : []));
    expect(told).toMatchObject([
      { action: 'trusted', connection: 'acme', origin: ORIGIN, port, certificate },
      { action: 'trusted', connection: 'acme', origin: ORIGIN, port, certificate: next[ORIGIN].certificate },
    ]);
    expect(await manager.audit.verify()).toMatchObject({ isIntact: true });
  });

  test('is not trusted where that cannot be written down', async () => {
    const { connections } = manager;
    const programs = { [ORIGIN]: { port: 5000, certificate: `sha256:${'0'.repeat(64)}` } };
    const append = HostAudit.prototype.append;
    const audit = jest.spyOn(HostAudit.prototype, 'append').mockImplementation(function (
      this: HostAudit,
      event,
    ) {
      return event.kind === 'program' ? Promise.reject(new Error('full')) : append.call(this, event);
    });
    try {
      await expect(connections.add({ plugin: 'acme', credentials: {}, programs })).rejects.toThrow('full');
      await expect(connections.programs.trust('acme', programs)).rejects.toThrow('full');
    } finally {
      audit.mockRestore();
    }
    expect(connections.get('acme').programs).toEqual({});
  });

  test('gets no session that the one before it has given', async () => {
    const { connections } = manager;
    await connections.add({ plugin: 'acme', credentials: {} });
    const database = new HostDatabase(join(hosts.home, 'host.db'));
    const vault = await Vault.open({ folder: hosts.home, keychain: undefined, database });
    vault.save('acme', 'capture.session', Buffer.from('of the former'), '2999-01-01T00:00:00Z');
    await connections.programs.trust('acme', {
      [ORIGIN]: { port: 5000, certificate: `sha256:${'0'.repeat(64)}` },
    });
    expect(vault.names('acme')).toEqual([]);
    vault.close();
    database.close();
  });

  test.each([
    ['https://api.acme.example', 5000, `sha256:${'0'.repeat(64)}`],
    ['loopback:5001', 5000, `sha256:${'0'.repeat(64)}`],
    [ORIGIN, 0, `sha256:${'0'.repeat(64)}`],
    [ORIGIN, 65_536, `sha256:${'0'.repeat(64)}`],
    [ORIGIN, 5000, 'any'],
  ])('is not %s at port %i with the certificate %s', async (origin, port, certificate) => {
    const programs = { [origin]: { port, certificate } };
    await expect(
      manager.connections.add({ plugin: 'acme', credentials: {}, programs }),
    ).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    expect(manager.connections.list()).toEqual([]);
  });

  test('has no place in a development connection, which leads elsewhere', async () => {
    const { connections } = manager;
    const programs = { [ORIGIN]: { port: 5000, certificate: `sha256:${'0'.repeat(64)}` } };
    const origins = { [ORIGIN]: 'http://127.0.0.1:1' };
    await expect(
      connections.add({ plugin: 'acme', credentials: {}, origins, programs }),
    ).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    await connections.add({ plugin: 'acme', credentials: {}, origins });
    await expect(connections.programs.trust('acme', programs)).rejects.toMatchObject({
      code: 'INVALID_REQUEST',
    });
  });
});
