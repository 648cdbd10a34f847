import { beforeEach, describe, expect, test } from '@jest/globals';
import { ProblemError } from '../../interfaces/problems/problem-error.js';
import { cellPool } from '../fixtures/cell-pool.js';
import { ScriptedNetwork, type ScriptedSocket } from '../fixtures/scripted-network.js';
import type { Cell } from './cell.js';

const cellWith = cellPool();
let network: ScriptedNetwork;
let opened: Promise<ScriptedSocket>;

beforeEach(() => {
  network = new ScriptedNetwork();
  opened = new Promise((resolve) => {
    const { connect } = network;
    network.connect = async (request) => {
      const socket = (await connect.call(network, request)) as ScriptedSocket;
      resolve(socket);
      return socket;
    };
  });
});

const RUN = `run: async ({ code }) => ({ value: await (0, eval)('(async () => (' + code + '))()') })`;

async function start(): Promise<(code: string) => Promise<unknown>> {
  const cell: Cell = await cellWith(RUN, { apiVersion: '1.1.0', network });
  return async (code) => ((await cell.call('test', 'run', { code })) as { value: unknown }).value;
}

/** Source text of a promise of what happens to a new socket until it is closed. */
const story = (more = ''): string => `new Promise((resolve) => {
  const ws = new WebSocket('wss://a.example/stream', ['v1', 'v2']);
  globalThis.ws = ws;
  const said = [ws.readyState];
  ws.onopen = () => said.push('open', ws.readyState, ws.protocol);
  ws.addEventListener('message', ({ data }) => said.push(typeof data === 'string' ? data : [...new Uint8Array(data)]));
  ws.addEventListener('error', ({ error, message }) => said.push(error.code, message));
  ws.onclose = ({ code, reason, wasClean }) => { said.push(code, reason, wasClean, ws.readyState); resolve(said) };
  ${more}
})`;

describe('a socket of a plugin', () => {
  test('tells what happens to it', async () => {
    const run = await start();
    const said = run(story());
    const socket = await opened;
    expect(socket.request.url.href).toBe('wss://a.example/stream');
    socket.push('one', Buffer.from([1, 2]), 'three');
    socket.close(1001, 'bye');
    await expect(said).resolves.toEqual([0, 'open', 1, 'v1', 'one', [1, 2], 'three', 1001, 'bye', true, 3]);
  });

  test('sends text and bytes, and closes when they have gone', async () => {
    const run = await start();
    const said = run(
      story(
        `ws.addEventListener('open', () => { for (let n = 0; n < 40; n += 1) ws.send('m' + n); ws.send(new Uint8Array([1, 2, 3]).subarray(1)); ws.close(3000, 'done') })`,
      ),
    );
    await expect(said).resolves.toEqual([0, 'open', 1, 'v1', 3000, 'done', true, 3]);
    const { sent } = await opened;
    expect(sent).toHaveLength(41);
    expect(sent[39]).toBe('m39');
    expect(sent[40]).toEqual(new Uint8Array([2, 3]));
  });

  test('that fails says why', async () => {
    const run = await start();
    const said = run(story());
    const socket = await opened;
    socket.push(new ProblemError({ code: 'UNAVAILABLE', message: 'cut' }));
    await expect(said).resolves.toEqual([0, 'open', 1, 'v1', 'UNAVAILABLE', 'cut', 1006, '', false, 3]);
  });

  test('that is refused was never open', async () => {
    network.onConnect = () => {
      throw new ProblemError({ code: 'PERMISSION_DENIED', message: 'no' });
    };
    const run = await start();
    await expect(run(story())).resolves.toEqual([0, 'PERMISSION_DENIED', 'no', 1006, '', false, 3]);
  });

  test('whose message is refused ends', async () => {
    const run = await start();
    const said = run(story(`ws.addEventListener('open', () => ws.send('x'))`));
    (await opened).onSend = () => {
      throw new ProblemError({ code: 'PERMISSION_DENIED', message: 'no such frame' });
    };
    await expect(said).resolves.toEqual([
      0,
      'open',
      1,
      'v1',
      'PERMISSION_DENIED',
      'no such frame',
      1006,
      '',
      false,
      3,
    ]);
  });

  test('that is closed before it is open ends at once', async () => {
    network.onConnect = ({ signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('gone'))));
    const run = await start();
    await expect(run(story('ws.close()'))).resolves.toEqual([0, 1006, '', false, 3]);
  });

  test('takes any number of messages in their order', async () => {
    const run = await start();
    const count = run(
      `new Promise((resolve) => { let n = 0; const ws = new WebSocket('wss://a.example'); ws.onmessage = ({ data }) => { if (data !== String(n)) resolve(data); n += 1 }; ws.onclose = () => resolve(n) })`,
    );
    const socket = await opened;
    socket.push(...Array.from({ length: 5_000 }, (_, n) => String(n)));
    socket.close(1000);
    await expect(count).resolves.toBe(5_000);
  });

  test('is ended by a message that is too long', async () => {
    const run = await start();
    const said = run(story());
    (await opened).push('x'.repeat(1_048_577));
    await expect(said).resolves.toEqual([0, 'open', 1, 'v1', 1009, '', true, 3]);
  });

  test.each([
    [
      'is one of four',
      `Array.from({ length: 5 }, () => new WebSocket('wss://a.example'))`,
      '4 sockets are open already',
    ],
    [
      'has an address of sockets',
      `new WebSocket('ftp://a.example')`,
      'the address of a socket begins with wss:',
    ],
    [
      'has rightful subprotocols',
      `new WebSocket('wss://a.example', ['a', 'a'])`,
      'the subprotocols are invalid',
    ],
    [
      'is closed with a code of programs',
      `new WebSocket('wss://a.example').close(1001)`,
      'a socket is closed with 1000 or a code from 3000 to 4999',
    ],
    [
      'is not written to before it is open',
      `new WebSocket('wss://a.example').send('x')`,
      'the socket is not open yet',
    ],
  ])('%s', async (_title, code, message) => {
    const run = await start();
    await expect(run(`(() => { try { ${code} } catch (e) { return e.message } })()`)).resolves.toBe(message);
  });
});
