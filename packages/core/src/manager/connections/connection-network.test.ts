import { expect, test } from '@jest/globals';
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
import { ConnectionNetwork } from './connection-network.js';

const SECRET = 'a-key-of-the-user';
const ORIGIN = 'wss://api.acme.example';
const manifest = acmeManifest({
  api: '>=1.1.0 <2.0.0',
  credentials: { apiKey: { label: 'API key', secret: true } },
  network: [{ origin: ORIGIN, methods: ['GET'], paths: ['/stream'], access: 'read', why: 'follows prices' }],
});
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
  const network = new ConnectionNetwork(
    {
      records,
      connections: new ConnectionRecords(database),
      counters: new CounterRecords(database),
      audit: { append: async () => undefined, note: async () => undefined, conclude: () => undefined },
      budget: { enter: async () => undefined, pause: async () => undefined },
      now: Date.now,
      gateway: {},
      httpLimits: {},
    },
    {
      plugin,
      vault,
      connection: {
        id: 'acme-1',
        pluginId: 'acme',
        name: 'mine',
        environment: 'development',
        origins: { [ORIGIN]: `ws://127.0.0.1:${port}` },
        programs: {},
        createdAt: '2026-01-05T12:00:00Z',
      },
    },
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
  return { network, connect, socket, theirs, server, database, records };
}

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
