import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { acme } from '../fixtures/acme-emulator.js';
import type { FrameFault } from '../fault/fault.js';
import { serverFrame } from './server-frame.js';

const ROUTE = 'SOCKET /v1/stream';
let running: Awaited<ReturnType<typeof acme.start>>;

beforeEach(async () => {
  running = await acme.start();
});

afterEach(() => running.close());

async function connect(query = ''): Promise<WebSocket> {
  const socket = new WebSocket(`${running.origins['wss://api.acme.example']}/v1/stream${query}`);
  await once(socket, 'open');
  return socket;
}

async function echo(socket: WebSocket, data: string | Uint8Array): Promise<string> {
  const answer = once(socket, 'message');
  socket.send(data);
  return String((await answer)[0]);
}

test('messages go both ways, and the journal has them', async () => {
  const socket = await connect();
  expect(await echo(socket, 'hello')).toBe('hello');
  expect(await echo(socket, Uint8Array.of(65, 66))).toBe('AB');
  expect(running.journal.entries).toMatchObject([{ route: ROUTE, status: 101, path: '/v1/stream' }]);
  expect(running.journal.frames.map(({ direction, data }) => [direction, data])).toEqual([
    ['in', 'hello'],
    ['out', 'hello'],
    ['in', Uint8Array.of(65, 66)],
    ['out', Uint8Array.of(65, 66)],
  ]);
  running.journal.expectClean();
});

test('the handshake can be refused', async () => {
  await expect(connect('?key=wrong')).rejects.toThrow(/403/);
});

test('an unknown path is answered 501 and makes the journal unclean', async () => {
  const socket = new WebSocket(`${running.origins['wss://api.acme.example']}/v2`);
  await expect(once(socket, 'open')).rejects.toThrow(/501/);
  expect(() => running.journal.expectClean()).toThrow(/GET \/v2/);
});

test('an undocumented message and a failure of the emulator make it unclean', async () => {
  const socket = await connect();
  await echo(socket, 'odd');
  const closed = once(socket, 'close');
  socket.send('fail');
  expect((await closed)[0]).toBe(1011);
  expect(running.journal.violations).toEqual([
    `${ROUTE}: an odd message`,
    `${ROUTE}: the emulator failed: Error: a bug`,
  ]);
});

test('all connections can be cut; a new one is accepted', async () => {
  const socket = await connect();
  const closed = once(socket, 'close');
  running.disconnect();
  expect((await closed)[0]).toBe(1006);
  expect(await echo(await connect(), 'again')).toBe('again');
  expect(running.state.connections.size).toBe(1);
});

test('a fault meets the handshake', async () => {
  running.faults.inject({ kind: 'serverError' }, { route: ROUTE });
  await expect(connect()).rejects.toThrow(/503/);
  running.faults.inject({ kind: 'reset' }, { route: ROUTE });
  await expect(connect()).rejects.toThrow();
});

describe('a fault meets one message', () => {
  const meet = async (fault: FrameFault): Promise<[string[], number]> => {
    running.faults.inject(fault, { skip: 1 });
    const socket = await connect();
    const received: string[] = [];
    socket.on('message', (data: Buffer) => received.push(data.toString()));
    const closed = once(socket, 'close');
    for (const text of ['one', 'two', 'end']) socket.send(text);
    socket.on('message', (data: Buffer) => {
      if (data.toString() === 'end') socket.close();
    });
    return [received, Number((await closed)[0])];
  };

  test.each<[FrameFault, string[], number]>([
    [{ kind: 'loseFrame' }, ['one', 'end'], 1005],
    [{ kind: 'repeatFrame' }, ['one', 'two', 'two', 'end'], 1005],
    [{ kind: 'closeSocket', code: 4001 }, ['one'], 4001],
    [{ kind: 'cutFrame', afterBytes: 0 }, ['one'], 1006],
    [{ kind: 'cutFrame', afterBytes: 1 }, ['one'], 1006],
    [{ kind: 'cutFrame', afterBytes: 4 }, ['one'], 1006],
    [{ kind: 'cutFrame', afterBytes: 5 }, ['one', 'two'], 1006],
  ])('%j', async (fault, received, code) => {
    expect(await meet(fault)).toEqual([received, code]);
  });
});

test('over TLS a message arrives whole, and the next one is cut', async () => {
  await using secured = await acme.start({ tls: true });
  secured.faults.inject({ kind: 'cutFrame', afterBytes: 3 }, { skip: 1 });
  const socket = new WebSocket(`${secured.origins['wss://api.acme.example']}/v1/stream`, {
    ca: secured.certificateAuthority,
  });
  await once(socket, 'open');
  expect(await echo(socket, 'one')).toBe('one');
  const closed = once(socket, 'close');
  socket.send('two');
  expect((await closed)[0]).toBe(1006);
});

test.each([
  [125, 2],
  [126, 4],
  [65_535, 4],
  [65_536, 10],
])('a frame of %i bytes has a header of %i', (length, header) => {
  expect(serverFrame(new Uint8Array(length))).toHaveLength(length + header);
});
