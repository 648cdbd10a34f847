import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { fakeGuest, removeFakeGuests } from '../fixtures/fake-guest.js';
import { startCell, type CellSetup } from '../fixtures/start-cell.js';
import type { Cell } from './cell.js';

const cells: Cell[] = [];

afterEach(async () => {
  await Promise.all(cells.splice(0).map((cell) => cell.kill()));
});
afterAll(removeFakeGuests);

/** A cell whose guest is replaced by a program that lies. */
async function lying(source: string, setup: CellSetup = {}): Promise<Cell> {
  const cell = await startCell('', {
    ...setup,
    internals: { ...setup.internals, guestPath: fakeGuest(source) },
  });
  cells.push(cell);
  return cell;
}

const VIOLATION = { code: 'CELL_PROTOCOL_VIOLATION', retry: 'never' };

describe('a message in answer to a call', () => {
  test.each([
    ['of another call', `own.call = ({ id }) => send({ type: 'result', id: id + 1, value: {} })`],
    ['of unknown type', `own.call = ({ id }) => send({ type: 'resultat', id, value: {} })`],
    ['of a type that every object has', `own.call = ({ id }) => send({ type: 'constructor', id })`],
    ['without a field', `own.call = ({ id }) => send({ type: 'result', id })`],
    ['with a field of its own', `own.call = ({ id }) => send({ type: 'result', id, value: {}, more: 1 })`],
    ['with an id that is no number', `own.call = ({ id }) => send({ type: 'result', id: [id], value: {} })`],
    ['that is no object', `own.call = () => text('[]')`],
    ['that is null', `own.call = () => text('null')`],
    ['that is no JSON', `own.call = () => text('{"type":')`],
    ['that is empty', `own.call = () => frame(0, Buffer.alloc(0))`],
    ['of another kind', `own.call = () => frame(7, Buffer.from('{}'))`],
    ['that is content', `own.call = ({ id }) => frame(1, Buffer.from([0, 0, 0, id, 1]))`],
    [
      'nested without end',
      `own.call = ({ id }) => text('{"type":"result","id":' + id + ',"value":' + '['.repeat(1e6) + ']'.repeat(1e6) + '}')`,
    ],
    [
      'with a key __proto__',
      `own.call = ({ id }) => text('{"type":"result","id":' + id + ',"value":{"__proto__":{"x":1}}}')`,
    ],
    [
      'with a disguised key __proto__',
      `own.call = ({ id }) => text('{"type":"result","id":' + id + ',"value":[{"\\\\u005f_proto__":{"x":1}}]}')`,
    ],
    [
      'that replaces its own prototype',
      `own.call = ({ id }) => text('{"type":"result","id":' + id + ',"value":1,"__proto__":{}}')`,
    ],
    ['longer than 8 MiB', `own.call = () => raw(Buffer.from([0, 128, 0, 1, 0]))`],
    [
      'that is an item where one answer was asked for',
      `own.call = ({ id }) => send({ type: 'item', id, value: 1 })`,
    ],
    ['that ends a stream where one answer was asked for', `own.call = ({ id }) => send({ type: 'end', id })`],
    [
      'that asks for content where there is none',
      `own.call = ({ id }) => send({ type: 'contentCredit', id, count: 1 })`,
    ],
    ['that answers no ping', `own.call = () => send({ type: 'pong' })`],
    ['that was said before', `own.call = () => send({ type: 'ready', protocol: 1 })`],
    ['that activates again', `own.call = () => send({ type: 'activated', services: {} })`],
    ['that acknowledges nothing', `own.call = () => send({ type: 'ack', step: 'load' })`],
    ['that acknowledges what does not exist', `own.call = () => send({ type: 'ack', step: 'handle' })`],
    ['that deactivates unasked', `own.call = () => send({ type: 'deactivated' })`],
    ['that fails nothing', `own.call = () => send({ type: 'failed', problem: {} })`],
    ['that makes a request', `own.call = ({ id }) => send({ type: 'request', id })`],
    ['that sets a timer in the past', `own.call = () => send({ type: 'timer', id: 1, delay: -1 })`],
    [
      'that sets a timer twice',
      `own.call = () => { send({ type: 'timer', id: 1, delay: 1e6 }); send({ type: 'timer', id: 1, delay: 1e6 }) }`,
    ],
    [
      'that sets too many timers',
      `own.call = () => { for (let id = 0; id < 1001; id += 1) send({ type: 'timer', id, delay: 1e6 }) }`,
    ],
    [
      'that floods the timers',
      `own.call = () => { for (let id = 0; id < 50000; id += 1) { send({ type: 'timer', id, delay: 1e6 }); send({ type: 'clear', id }) } }`,
    ],
    [
      'that clears timers that were never set, on and on',
      `own.call = () => { for (let n = 0; n < 25; n += 1) together(...Array.from({ length: 1000 }, (_, id) => ({ type: 'clear', id }))) }`,
    ],
    [
      'that floods the log',
      `own.call = () => { for (let n = 0; n < 20000; n += 1) send({ type: 'log', level: 'info', message: 'x' }) }`,
    ],
    [
      'that logs at a level of its own',
      `own.call = () => send({ type: 'log', level: 'fatal', message: 'x' })`,
    ],
    ['that logs a novel', `own.call = () => send({ type: 'log', level: 'info', message: 'x'.repeat(1e5) })`],
    ['that fails with no problem', `own.call = ({ id }) => send({ type: 'problem', id, problem: 'none' })`],
  ])('%s stops the cell', async (_title, source) => {
    const cell = await lying(source);
    await expect(cell.call('test', 'run', {})).rejects.toMatchObject(VIOLATION);
    await expect(cell.exited).resolves.toMatchObject({ reason: 'protocol-violation', signal: 'SIGKILL' });
  });

  test('twice stops the cell', async () => {
    const cell = await lying(
      `own.call = ({ id }) => { together({ type: 'result', id, value: 1 }, { type: 'result', id, value: 2 }) }`,
    );
    await expect(cell.call('test', 'run', {})).resolves.toBe(1);
    await expect(cell.exited).resolves.toMatchObject({ reason: 'protocol-violation' });
  });

  test('with a problem that is none is a failure of the plugin', async () => {
    const cell = await lying(
      `own.call = ({ id }) => send({ type: 'problem', id, problem: { code: 'NOT_A_CODE', message: 1 } })`,
    );
    await expect(cell.call('test', 'run', {})).rejects.toMatchObject({ code: 'PLUGIN_FAILED' });
  });
});

describe('a stream', () => {
  test.each([
    [
      'beyond its credit',
      `own.call = ({ id }) => { together(...[1, 2, 3, 4, 5].map((value) => ({ type: 'item', id, value }))) }`,
    ],
    ['that is one answer', `own.call = ({ id }) => send({ type: 'result', id, value: 1 })`],
  ])('%s stops the cell', async (_title, source) => {
    const cell = await lying(source);
    await expect(collect(cell.stream('test', 'run', {}))).rejects.toMatchObject(VIOLATION);
  });

  test('that goes on after its end stops the cell', async () => {
    const cell = await lying(
      `own.call = ({ id }) => { together({ type: 'end', id }, { type: 'item', id, value: 1 }) }`,
    );
    await expect(collect(cell.stream('test', 'run', {}))).resolves.toEqual([]);
    await expect(cell.exited).resolves.toMatchObject({ reason: 'protocol-violation' });
  });

  test.each([
    ['items', `{ type: 'item', id, value: 1 }`],
    ['credit for content', `{ type: 'contentCredit', id, count: 1 }`],
  ])('that was given up and sends %s on and on stops the cell', async (_title, message) => {
    const cell = await lying(
      `own.cancel = ({ id }) => together(...Array.from({ length: 5 }, () => (${message})))`,
    );
    const content = endless();
    const stream = cell.stream('test', 'run', {}, { content });
    await stream.return?.();
    await expect(cell.exited).resolves.toMatchObject({ reason: 'protocol-violation' });
  });

  test('that was given up may send what was on its way', async () => {
    const cell = await lying(
      `own.call = ({ id }) => id === 2 && send({ type: 'result', id, value: 1 }); own.cancel = ({ id }) => together(...Array.from({ length: 4 }, () => ({ type: 'item', id, value: 1 })), { type: 'end', id })`,
    );
    await cell.stream('test', 'run', {}).return?.();
    await expect(cell.call('test', 'run', {})).resolves.toBe(1);
  });

  test.each([9, 0])('that asks for %d pieces of content more than it got stops the cell', async (count) => {
    const cell = await lying(`own.call = ({ id }) => send({ type: 'contentCredit', id, count: ${count} })`);
    const content = (async function* () {
      yield Buffer.from('x');
    })();
    await expect(collect(cell.stream('test', 'run', {}, { content }))).rejects.toMatchObject(VIOLATION);
  });
});

describe('a start', () => {
  test.each([
    ['with another protocol', `send({ type: 'ready', protocol: 2 })`],
    ['with another message first', `send({ type: 'loaded' })`],
    [
      'with a service whose name is none',
      `own.activate = () => send({ type: 'activated', services: { 'a b': [] } })`,
    ],
    ['with services that are none', `own.activate = () => send({ type: 'activated', services: [] })`],
    ['with methods that are none', `own.activate = () => send({ type: 'activated', services: { a: [1] } })`],
    [
      'that is acknowledged twice',
      `own.load = () => { send({ type: 'ack', step: 'load' }); send({ type: 'ack', step: 'load' }); send({ type: 'loaded' }) }`,
    ],
    [
      'with too many services',
      `own.activate = () => send({ type: 'activated', services: Object.fromEntries(Array.from({ length: 101 }, (_, n) => ['s' + n, []])) })`,
    ],
  ])('%s fails', async (_title, source) => {
    const ready = source.startsWith('send') ? source : undefined;
    const guestPath = fakeGuest(ready === undefined ? source : '', ready);
    await expect(startCell('', { internals: { guestPath } })).rejects.toMatchObject(VIOLATION);
  });

  test('of a program that ends at once fails', async () => {
    const guestPath = fakeGuest('', 'process.exit(3)');
    await expect(startCell('', { internals: { guestPath } })).rejects.toMatchObject({
      code: 'CELL_START_FAILED',
    });
  });
});

describe('the checks of the host', () => {
  test('are what stops a forged answer', async () => {
    const cell = await lying(
      `own.call = ({ id }) => text('{"type":"result","id":' + id + ',"value":{"__proto__":{"x":1}}}')`,
      { internals: { belts: { messageCheck: false } } },
    );
    const answer = await cell.call('test', 'run', {});
    expect(Object.assign({}, answer)).toHaveProperty('x', 1);
  });

  test('are what stops a frame without end', async () => {
    const cell = await lying(
      `own.call = ({ id }) => { const value = 'x'.repeat(9 * 1024 * 1024); send({ type: 'result', id, value }) }`,
      { internals: { belts: { frameLimit: false } } },
    );
    await expect(cell.call('test', 'run', {})).resolves.toHaveLength(9 * 1024 * 1024);
  });
});

async function* endless(): AsyncGenerator<Uint8Array> {
  for (;;) yield Buffer.alloc(65_536);
}

async function collect(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const item of items) all.push(item);
  return all;
}
