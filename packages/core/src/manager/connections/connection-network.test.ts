import { afterEach, expect, jest, test } from '@jest/globals';
import { once } from 'node:events';
import { join } from 'node:path';
import { WebSocketServer, type WebSocket } from 'ws';
import { OWN_CONTRACT } from '../../contracts/index.js';
import {
  ConnectionRecords,
  CounterRecords,
  HostDatabase,
  InstallRecords,
  WriteQueue,
} from '../../store/index.js';
import { acmeManifest } from '../../testing/acme-manifest.js';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';
import { Vault } from '../../vault/index.js';
import { permissionsOf } from '../permissions.js';
import { ConnectionNetwork, LOOK_MS } from './connection-network.js';

const EVERYTHING_BUT_INTERVALS = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setTimeout',
  'clearTimeout',
] as const;
const SECRET = 'a-key-of-the-user';
const ORIGIN = 'wss://api.acme.example';
const manifest = acmeManifest({
  api: '>=1.1.0 <2.0.0',
  credentials: { apiKey: { label: 'API key', secret: true } },
  network: [{ origin: ORIGIN, methods: ['GET'], paths: ['/stream'], access: 'read', why: 'follows prices' }],
});
const CONNECTION = {
  id: 'acme-1',
  pluginId: 'acme',
  name: 'mine',
  environment: 'development',
  programs: {},
  createdAt: '2026-01-05T12:00:00Z',
} as const;
const plugin = { id: 'acme', manifest, digest: 'sha256:1', contract: OWN_CONTRACT };

/** A network whose socket leads to a server of this machine, and the server's end of that socket. */
async function connected(folder: string) {
  const database = new HostDatabase(join(folder, 'host.db'));
  const records = new InstallRecords(database, new WriteQueue(database, () => undefined));
  records.approve('acme', manifest.name, {
    digest: plugin.digest,
    version: manifest.version,
    permissions: permissionsOf(manifest).map(({ id }) => id),
    declined: [],
    source: folder,
    approvedBy: 'user',
    approvedAt: '2026-01-05T12:00:00Z',
  });
  const vault = await Vault.open({ folder, keychain: undefined, database });
  vault.save('acme-1', 'apiKey', Buffer.from(SECRET));
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const turn = { wait: async (): Promise<void> => undefined };
  const connections = new ConnectionRecords(database);
  const connection = { ...CONNECTION, origins: { [ORIGIN]: `ws://127.0.0.1:${port}` } };
  connections.add(connection);
  const network = new ConnectionNetwork(
    {
      records,
      connections,
      counters: new CounterRecords(database),
      audit: { append: async () => undefined, note: async () => undefined, conclude: () => undefined },
      budget: { enter: () => turn.wait(), pause: async () => undefined },
      now: Date.now,
      gateway: {},
      httpLimits: {},
    },
    { plugin, vault, connection },
  );
  const connect = (): ReturnType<typeof network.connect> =>
    network.connect({
      url: new URL(`${ORIGIN}/stream`),
      protocols: [],
      signal: new AbortController().signal,
    });
  const arrival = once(server, 'connection');
  const socket = await connect();
  const [theirs] = (await arrival) as [WebSocket];
  const end = async (): Promise<void> => {
    await network.close();
    server.close();
    database.close();
  };
  return { network, connect, turn, socket, theirs, server, database, records, end };
}

/** Does something in another host. */
async function elsewhere(
  folder: string,
  work: (vault: Vault, records: InstallRecords, connections: ConnectionRecords) => void,
): Promise<void> {
  const database = new HostDatabase(join(folder, 'host.db'));
  const vault = await Vault.open({ folder, keychain: undefined, database });
  const records = new InstallRecords(database, new WriteQueue(database, () => undefined));
  work(vault, records, new ConnectionRecords(database));
  database.close();
}

const readOn = async (messages: AsyncIterable<unknown>): Promise<void> => {
  for await (const _ of messages);
};

afterEach(() => void jest.useRealTimers());

test.each([
  ['switched off', (records: InstallRecords) => records.setEnabled('acme', false)],
  ['quarantined', (records: InstallRecords) => records.quarantine('acme', 'it crashed')],
])('a plugin that was %s reaches nothing from then on, whatever of it still runs', (_, stop) =>
  inTemporaryFolder(async (folder) => {
    const { network, connect, server, database, records } = await connected(folder);
    stop(records);
    await expect(connect()).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
    await network.close();
    server.close();
    database.close();
  }),
);

test('what comes while a connection is closed is searched for its secrets too', () =>
  inTemporaryFolder(async (folder) => {
    const { network, socket, theirs, server, database } = await connected(folder);
    const heard: string[] = [];
    const hear = async (): Promise<void> => {
      for await (const message of socket.messages) {
        heard.push(String(message));
        if (heard.length === 1) return;
      }
    };
    theirs.send(`at first ${SECRET}`);
    await hear();
    // The word of the closing is not heard yet.
    theirs.pause();
    const closed = network.close();
    theirs.send(`at last ${SECRET}`);
    theirs.resume();
    await closed;
    await expect(hear()).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
    const blank = '*'.repeat(SECRET.length);
    expect(heard).toEqual([`at first ${blank}`, `at last ${blank}`]);
    server.close();
    database.close();
  }));

test('a socket that hears something ends once another host was given other credentials', () =>
  inTemporaryFolder(async (folder) => {
    const { socket, theirs, end } = await connected(folder);
    await elsewhere(folder, (vault) => vault.save('acme-1', 'apiKey', Buffer.from('another-key')));
    theirs.send(`still ${SECRET}`);
    const heard: unknown[] = [];
    const hear = async (): Promise<void> => {
      for await (const message of socket.messages) heard.push(message);
    };
    await expect(hear()).rejects.toMatchObject({ code: 'AUTH_EXPIRED' });
    expect(heard).toEqual([`still ${'*'.repeat(SECRET.length)}`]);
    await end();
  }));

test.each([
  [
    'other credentials were given',
    'AUTH_EXPIRED',
    (vault: Vault) => vault.save('acme-1', 'apiKey', Buffer.from('another-key')),
  ],
  [
    'the plugin was switched off',
    'PERMISSION_DENIED',
    (_: Vault, records: InstallRecords) => records.setEnabled('acme', false),
  ],
])('a socket on which nothing happens ends within seconds after %s in another host', (_, code, change) =>
  inTemporaryFolder(async (folder) => {
    jest.useFakeTimers({ doNotFake: [...EVERYTHING_BUT_INTERVALS] });
    const { socket, end } = await connected(folder);
    await elsewhere(folder, change);
    jest.advanceTimersByTime(LOOK_MS);
    await expect(readOn(socket.messages)).rejects.toMatchObject({ code });
    await end();
  }),
);

test.each([
  [
    'another program was approved for it',
    (connections: ConnectionRecords) =>
      connections.setPrograms('acme-1', { 'loopback:5000': { port: 5000, certificate: 'another' } }),
  ],
  ['it was forgotten', (connections: ConnectionRecords) => connections.remove('acme-1')],
  [
    'it was forgotten and another one has its id',
    (connections: ConnectionRecords) => {
      connections.remove('acme-1');
      connections.add({ ...CONNECTION, origins: {}, createdAt: '2026-01-06T12:00:00Z' });
    },
  ],
])('nothing of a connection is left open once %s in another host', (_, change) =>
  inTemporaryFolder(async (folder) => {
    jest.useFakeTimers({ doNotFake: [...EVERYTHING_BUT_INTERVALS] });
    const { network, connect, socket, end } = await connected(folder);
    expect(network.isOutdated).toBe(false);
    await elsewhere(folder, (_vault, _records, connections) => change(connections));
    expect(network.isOutdated).toBe(true);
    jest.advanceTimersByTime(LOOK_MS);
    await expect(readOn(socket.messages)).rejects.toMatchObject({ code: 'AUTH_EXPIRED' });
    await expect(connect()).rejects.toMatchObject({ code: 'AUTH_EXPIRED' });
    await end();
  }),
);

test.each([
  [
    'switching the plugin off',
    'PERMISSION_DENIED',
    (records: InstallRecords) => void records.setEnabled('acme', false),
  ],
  [
    'forgetting the connection',
    'AUTH_EXPIRED',
    (_: InstallRecords, connections: ConnectionRecords) => connections.remove('acme-1'),
  ],
])('%s in another host holds for a request that waits for its turn meanwhile', (_, code, change) =>
  inTemporaryFolder(async (folder) => {
    const { connect, turn, end } = await connected(folder);
    turn.wait = () => elsewhere(folder, (_vault, records, connections) => change(records, connections));
    await expect(connect()).rejects.toMatchObject({ code });
    await end();
  }),
);
