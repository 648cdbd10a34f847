import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createServer as createPlain, type IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:https';
import { WebSocketServer, type WebSocket } from 'ws';
import type { SigningScheme } from '../../interfaces/index.js';
import { makeCertificates } from '../fixtures/certificates.js';
import { listen, makeGateway, type TestGateway, type TestGatewayOptions } from '../fixtures/test-gateway.js';
import { granted } from '../permission/fixtures/granted.js';
import type { GatewaySocket } from './index.js';
import { Pace } from '../pace.js';

const certificates = makeCertificates(['api.acme.example']);
const URL_OF_STREAM = 'wss://api.acme.example/stream';
let server: Server;
let sockets: WebSocketServer;
let port: number;
let onSocket: (socket: WebSocket, request: IncomingMessage) => void;
let refuse: number | undefined;
let received: string[];
let open: TestGateway | undefined;

beforeAll(async () => {
  server = createServer(certificates);
  sockets = new WebSocketServer({
    server,
    handleProtocols: (offered) => [...offered][0] ?? false,
    verifyClient: (_, accept) =>
      refuse === undefined ? accept(true) : accept(false, refuse, 'no', { 'retry-after': '3' }),
  });
  sockets.on('connection', (socket, request) => {
    socket.on('message', (data: Buffer) => received.push(data.toString()));
    socket.on('error', () => undefined);
    onSocket(socket, request);
  });
  port = await listen(server);
});

afterAll(() => {
  for (const client of sockets.clients) client.terminate();
  server.closeAllConnections();
  server.close();
});

afterEach(async () => {
  await open?.gateway.close();
  open = undefined;
  for (const client of sockets.clients) client.terminate();
});

const stream = { origin: 'wss://api.acme.example', paths: ['/stream'] };
const subscribe = granted('subscribe', {
  ...stream,
  when: { in: 'frame', member: '/action', values: ['subscribe'] },
});

function start(handler: typeof onSocket, options: Partial<TestGatewayOptions> = {}): TestGateway {
  onSocket = handler;
  received = [];
  refuse = undefined;
  open = makeGateway({
    permissions: [subscribe],
    port,
    ...options,
    ports: { certificateAuthority: certificates.authority, ...options.ports },
  });
  return open;
}

function connect(
  { gateway }: TestGateway,
  url = URL_OF_STREAM,
  signal = new AbortController().signal,
): Promise<GatewaySocket> {
  return gateway.connect({ url: new URL(url), protocols: [], signal });
}

async function readAll({ messages }: GatewaySocket): Promise<(string | Uint8Array)[]> {
  const all: (string | Uint8Array)[] = [];
  for await (const message of messages) all.push(message);
  return all;
}

test('frames go both ways; the end is told and written down', async () => {
  const gateway = start((socket, request) => {
    expect(request.headers).toMatchObject({ host: 'api.acme.example', 'user-agent': 'Bourse/1' });
    socket.on('message', (data: Buffer, isBinary) => {
      socket.send(data, { binary: isBinary });
      socket.send(Buffer.from([1, 2]));
      socket.close(4001, 'enough');
    });
  });
  const socket = await gateway.gateway.connect({
    url: new URL(URL_OF_STREAM),
    protocols: ['v1'],
    signal: new AbortController().signal,
  });
  expect(socket.protocol).toBe('v1');
  await socket.send('{"action":"subscribe"}');
  expect((await readAll(socket)).map(String)).toEqual([
    '{"action":"subscribe"}',
    String(Buffer.from([1, 2])),
  ]);
  expect(await socket.closed).toEqual({ code: 4001, reason: 'enough' });
  expect(gateway.entries).toMatchObject([
    { kind: 'socket', origin: 'wss://api.acme.example', pattern: '/stream', permission: 'subscribe' },
    { kind: 'socketEnd', framesOut: 1, framesIn: 2, bytesOut: 22, bytesIn: 24, outcome: 'complete' },
  ]);
});

test('a frame without a permission is not sent, ends the socket and is written down', async () => {
  const gateway = start(() => undefined);
  const socket = await connect(gateway);
  await socket.send('{"action":"subscribe"}');
  await expect(socket.send('{"action":"order"}')).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  await expect(readAll(socket)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  await socket.closed;
  expect(received).toEqual(['{"action":"subscribe"}']);
  expect(gateway.entries.map(({ kind }) => kind)).toEqual(['socket', 'refusal', 'socketEnd']);
  await expect(socket.send('{"action":"subscribe"}')).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
});

test('what is not granted is not opened', async () => {
  const gateway = start(() => undefined);
  await expect(connect(gateway, 'wss://api.acme.example/other')).rejects.toMatchObject({
    code: 'PERMISSION_DENIED',
  });
  await expect(connect(gateway, 'wss://other.example/stream')).rejects.toMatchObject({
    code: 'PERMISSION_DENIED',
  });
  await expect(connect(gateway, 'https://api.acme.example/stream')).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
  });
  expect(gateway.dialed).toEqual([]);
  expect(gateway.entries.map(({ kind }) => kind)).toEqual(['refusal', 'refusal', 'refusal']);
});

test('a host that leads inside is refused', async () => {
  const gateway = start(() => undefined, { ports: { resolve: async () => ['8.8.8.8', '169.254.169.254'] } });
  await expect(connect(gateway)).rejects.toMatchObject({ code: 'NETWORK_REFUSED' });
});

test('a refused handshake is unavailable, and a pause is told', async () => {
  const gateway = start(() => undefined);
  refuse = 429;
  await expect(connect(gateway)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(gateway.pauses).toEqual([['wss://api.acme.example one', 1_700_000_003_000]]);
  expect(gateway.entries.at(-1)).toMatchObject({ kind: 'socketEnd', outcome: 'UNAVAILABLE' });
});

test('secrets are placed into frames and the handshake, and blanked in what comes back', async () => {
  const schemes: Record<string, SigningScheme> = {
    frame: { place: [{ frame: '/key', value: { credential: 'apiKey' } }] },
  };
  const permission = granted('auth', {
    ...stream,
    when: { in: 'frame', member: '/action', values: ['auth'] },
    credentials: ['apiKey'],
    scheme: 'frame',
  });
  const gateway = start(
    (socket) =>
      socket.on('message', (data: Buffer) => {
        socket.send(`you said ${data.toString()}`);
        socket.close(4000, 'key key-secret');
      }),
    { permissions: [permission, subscribe], schemes },
  );
  gateway.vault.set('apiKey', 'key-secret');
  const socket = await connect(gateway);
  await socket.send('{"action":"auth"}');
  expect(await readAll(socket)).toEqual(['you said {"action":"auth","key":"**********"}']);
  expect(received).toEqual(['{"action":"auth","key":"key-secret"}']);
  expect(await socket.closed).toEqual({ code: 4000, reason: 'key **********' });
});

test('a scheme that fills no frames fills the handshake', async () => {
  let authorization: unknown;
  const gateway = start((_, request) => (authorization = request.headers.authorization), {
    permissions: [granted('all', { ...stream, credentials: ['apiKey'], scheme: 'acme' })],
    schemes: { acme: { place: [{ header: 'authorization', value: { credential: 'apiKey' } }] } },
  });
  gateway.vault.set('apiKey', 'key-secret');
  await connect(gateway);
  expect(authorization).toBe('key-secret');
});

test('revoking ends what is open', async () => {
  const gateway = start(() => undefined);
  const [first, second] = [await connect(gateway), await connect(gateway)];
  gateway.gateway.grant([subscribe]);
  await first.send('{"action":"subscribe"}');
  gateway.gateway.revoke();
  for (const socket of [first, second])
    await expect(readAll(socket)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
});

test.each([
  ['after', false],
  ['while', true],
])(
  'other credentials end a socket that was opened under the former ones, also where they come %s it opened',
  async (_, isEarly) => {
    const gateway = start(() => {
      if (isEarly) gateway.gateway.endSession();
    });
    const socket = await connect(gateway);
    if (!isEarly) gateway.gateway.endSession();
    await expect(readAll(socket)).rejects.toMatchObject({ code: 'AUTH_EXPIRED' });
  },
);

test('who does not want it any more ends it', async () => {
  const gateway = start(() => undefined);
  const controller = new AbortController();
  const socket = await connect(gateway, URL_OF_STREAM, controller.signal);
  controller.abort();
  await expect(readAll(socket)).rejects.toMatchObject({ code: 'CALL_CANCELED' });
  await expect(connect(gateway, URL_OF_STREAM, controller.signal)).rejects.toMatchObject({
    code: 'CALL_CANCELED',
  });
});

test('a connection that is lost is unavailable', async () => {
  const gateway = start((socket) => socket.terminate());
  const socket = await connect(gateway);
  await expect(readAll(socket)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  expect(await socket.closed).toMatchObject({ code: 1006 });
});

test('a frame that is too large ends the socket, on either side', async () => {
  const gateway = start((socket, request) => {
    if (request.url === '/stream?large') socket.send('x'.repeat(1_048_577));
  });
  const receiving = await connect(gateway, `${URL_OF_STREAM}?large`);
  await expect(readAll(receiving)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  const sending = await connect(gateway);
  await expect(sending.send(`{"action":"subscribe","x":"${'x'.repeat(1_048_576)}"}`)).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
  });
});

test('who reads slowly is sent to slowly, and loses nothing', async () => {
  const count = 3_000;
  const gateway = start((socket) => {
    for (let index = 0; index < count; index += 1) socket.send(`${index} ${'x'.repeat(1000)}`);
    socket.close();
  });
  const socket = await connect(gateway);
  let next = 0;
  for await (const message of socket.messages) {
    expect(String(message).split(' ')[0]).toBe(String(next));
    next += 1;
    if (next % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  expect(next).toBe(count);
});

test('no more than four are open at a time', async () => {
  const gateway = start(() => undefined);
  const [first] = await Promise.all(Array.from({ length: 4 }, () => connect(gateway)));
  await expect(connect(gateway)).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  first?.close();
  await first?.closed;
  await connect(gateway);
});

test('codes and reasons that are not the plugin’s to say are refused', async () => {
  const socket = await connect(start(() => undefined));
  for (const [code, reason] of [
    [1001, ''],
    [2999, ''],
    [5000, ''],
    [1000, 'x'.repeat(124)],
  ] as const)
    expect(() => socket.close(code, reason)).toThrow();
  socket.close(3000, 'done');
  expect(await socket.closed).toEqual({ code: 3000, reason: 'done' });
});

test('a development connection goes where the user said, also without TLS', async () => {
  const plain = createPlain();
  const own = new WebSocketServer({ server: plain });
  own.on('connection', (socket, request) => socket.send(request.headers.host ?? ''));
  const gateway = start(() => undefined, {
    developmentOrigins: { 'wss://api.acme.example': `ws://127.0.0.1:${await listen(plain)}` },
  });
  const socket = await connect(gateway);
  for await (const message of socket.messages) {
    expect(message).toBe('api.acme.example');
    socket.close();
  }
  expect(gateway.entries[0]).toMatchObject({ kind: 'socket', isDevelopment: true });
  plain.closeAllConnections();
  plain.close();
});

test('no more frames go out in a second than may, and all in their order', async () => {
  const pace = new Pace(2, 1_000);
  const { signal } = new AbortController();
  const started = performance.now();
  const order: number[] = [];
  await Promise.all([1, 2, 3].map((number) => pace.enter(signal).then(() => order.push(number))));
  expect(order).toEqual([1, 2, 3]);
  // A lower bound alone: a busy machine is later, never earlier.
  expect(performance.now() - started).toBeGreaterThan(990);
});
