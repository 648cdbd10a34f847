import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { fakeGuest, removeFakeGuests } from '../fixtures/fake-guest.js';
import { ScriptedNetwork } from '../fixtures/scripted-network.js';
import { startCell } from '../fixtures/start-cell.js';
import type { Cell } from './cell.js';
import type { StoragePort } from './storage-port.js';

const cells: Cell[] = [];

afterEach(async () => {
  await Promise.all(cells.splice(0).map((cell) => cell.kill()));
});
afterAll(removeFakeGuests);

const storage: StoragePort = {
  get: () => new Promise(() => undefined),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(),
  list: () => Promise.resolve([]),
};

/** What a guest that lies has at hand. */
const WORDS = `
const id32 = (id) => { const bytes = Buffer.alloc(4); bytes.writeUInt32BE(id); return bytes };
const ask = (id, more = {}) => ({ type: 'request', id, method: 'GET', url: 'https://a.example/', headers: [], hasBody: false, ...more });
const socket = (id) => ({ type: 'socketOpen', id, url: 'wss://a.example/', protocols: [] });
const piece = (id, length = 10) => frame(2, Buffer.concat([id32(id), Buffer.alloc(length)]));
const store = (id, more = {}) => ({ type: 'storage', id, operation: 'get', key: 'k', ...more });
const times = (count, make) => together(...Array.from({ length: count }, (_, n) => make(n)));
own.socketOpened = () => own.open?.();
own.response = () => own.answered?.();
`;

async function lying(source: string, given = true): Promise<Cell> {
  const network = new ScriptedNetwork();
  network.answer = () => ({ body: 'x' });
  const rights = given ? { network, storage } : {};
  const guestPath = fakeGuest(WORDS + source);
  const cell = await startCell('', { apiVersion: '1.1.0', ...rights, internals: { guestPath } });
  cells.push(cell);
  return cell;
}

describe('a guest', () => {
  test.each([
    ['asks with an id twice', `own.call = () => together(ask(1), ask(1))`],
    ['asks with an id that falls', `own.call = () => together(ask(2), ask(1))`],
    ['has 33 requests open', `own.call = () => times(33, (n) => ask(n + 1))`],
    ['asks for no address', `own.call = () => send(ask(1, { url: 'x' }))`],
    ['asks with a method that is none', `own.call = () => send(ask(1, { method: 'G T' }))`],
    ['hides a header in another', `own.call = () => send(ask(1, { headers: [['a', 'b\\r\\nc: d']] }))`],
    ['hides a header in a name', `own.call = () => send(ask(1, { headers: [['a: b\\r\\nc', 'd']] }))`],
    ['gives a header that is no pair', `own.call = () => send(ask(1, { headers: [['a']] }))`],
    ['gives too many headers', `own.call = () => send(ask(1, { headers: Array(101).fill(['a', 'b']) }))`],
    ['sends a body that it did not announce', `own.call = () => { send(ask(1)); piece(1) }`],
    ['sends a body of no request', `own.call = () => piece(1)`],
    ['sends bytes of nothing', `own.call = () => frame(2, Buffer.alloc(3))`],
    ['sends an empty piece', `own.call = () => { send(ask(1, { hasBody: true })); piece(1, 0) }`],
    [
      'sends a piece that is too long',
      `own.call = () => { send(ask(1, { hasBody: true })); piece(1, 65537) }`,
    ],
    [
      'sends pieces without waiting',
      `own.call = () => { send(ask(1, { hasBody: true })); raw(Buffer.concat(Array.from({ length: 40 }, () => framed(2, Buffer.concat([id32(1), Buffer.alloc(65536)]))))) }`,
    ],
    [
      'ends a body twice',
      `own.call = () => together(ask(1, { hasBody: true }), { type: 'requestEnd', id: 1 }, { type: 'requestEnd', id: 1 })`,
    ],
    [
      'gives credit for nothing',
      `own.call = () => together(ask(1), { type: 'responseCredit', id: 1, count: 1 })`,
    ],
    [
      'gives more credit than it got',
      `own.answered = () => send({ type: 'responseCredit', id: 1, count: 9 }); own.call = () => send(ask(1))`,
    ],
    [
      'closes a request twice',
      `own.call = () => together(ask(1), { type: 'requestOver', id: 1 }, { type: 'requestOver', id: 1 })`,
    ],
    ['opens five sockets', `own.call = () => times(5, (n) => socket(n + 1))`],
    ['opens a socket twice', `own.call = () => together(socket(1), socket(1))`],
    [
      'writes to a socket that is not open',
      `own.call = () => together(socket(1), { type: 'socketSend', id: 1, text: 'x' })`,
    ],
    ['writes to no socket', `own.call = () => frame(3, id32(1))`],
    [
      'writes to a socket without waiting',
      `own.open = () => times(40, () => ({ type: 'socketSend', id: 1, text: 'x' })); own.call = () => send(socket(1))`,
    ],
    [
      'writes too long a message',
      `own.open = () => frame(3, Buffer.concat([id32(1), Buffer.alloc(1048577)])); own.call = () => send(socket(1))`,
    ],
    [
      'writes to a socket that it has closed',
      `own.open = () => together({ type: 'socketClose', id: 1 }, { type: 'socketSend', id: 1, text: 'x' }); own.call = () => send(socket(1))`,
    ],
    [
      'closes a socket with a code of the protocol',
      `own.open = () => send({ type: 'socketClose', id: 1, code: 1006 }); own.call = () => send(socket(1))`,
    ],
    [
      'gives credit for messages that it did not get',
      `own.open = () => send({ type: 'socketCredit', id: 1, count: 1 }); own.call = () => send(socket(1))`,
    ],
    [
      'opens and closes sockets without end',
      `own.call = () => { for (let n = 1; n < 30000; n += 1) together(socket(n), { type: 'socketOver', id: n }) }`,
    ],
    ['stores without waiting', `own.call = () => times(33, (n) => store(n + 1))`],
    ['stores with an id twice', `own.call = () => together(store(1), store(1))`],
    ['stores nothing', `own.call = () => send(store(1, { operation: 'set' }))`],
    ['asks its storage for something else', `own.call = () => send(store(1, { operation: 'drop' }))`],
    [
      'asks its storage with a key that is too long',
      `own.call = () => send(store(1, { key: 'k'.repeat(257) }))`,
    ],
    [
      'answers for the host',
      `own.call = () => send({ type: 'response', id: 1, status: 200, url: '', headers: [] })`,
    ],
  ])('that %s is stopped', async (_title, source) => {
    const cell = await lying(`${source}; honest.call = () => undefined;`);
    await expect(cell.call('test', 'run', {})).rejects.toMatchObject({ code: 'CELL_PROTOCOL_VIOLATION' });
  });

  test.each([
    ['a request', `own.call = () => send(ask(1))`],
    ['a socket', `own.call = () => send(socket(1))`],
    ['the body of a request', `own.call = () => piece(1)`],
    ['its storage', `own.call = () => send(store(1))`],
  ])('without a right to %s is stopped when it asks', async (_title, source) => {
    const cell = await lying(source, false);
    await expect(cell.call('test', 'run', {})).rejects.toMatchObject({ code: 'CELL_PROTOCOL_VIOLATION' });
  });

  test('that asks before it is activated is stopped', async () => {
    const source = `own.load = () => { send(ask(1)); honest.load() }`;
    await expect(lying(source)).rejects.toMatchObject({ code: 'CELL_PROTOCOL_VIOLATION' });
  });

  test('may say what was on its way when the host ended a socket', async () => {
    const cell = await lying(
      `own.open = () => { together({ type: 'socketSend', id: 1, text: 'x' }, { type: 'socketClose', id: 1, code: 3000 }) }; own.socketClosed = () => { send({ type: 'socketOver', id: 1 }); send({ type: 'result', id: 1, value: 'over' }) }; own.call = () => send(socket(1))`,
    );
    await expect(cell.call('test', 'run', {})).resolves.toBe('over');
  });
});
