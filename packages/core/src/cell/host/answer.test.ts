import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cellPool } from '../fixtures/cell-pool.js';
import { Evaluator } from '../fixtures/evaluator.js';

const start = cellPool();

let evaluator: Evaluator;

beforeAll(async () => {
  evaluator = await Evaluator.start();
});
afterAll(() => evaluator.cell.kill());

describe('an answer', () => {
  test('keeps plain data and leaves out what is undefined', async () => {
    const cell = await start(
      'a: () => ({ text: "é", flag: true, nothing: null, gone: undefined, list: [1, [2]], bare: Object.assign(Object.create(null), { x: 1 }) })',
    );
    await expect(cell.call('test', 'a', {})).resolves.toStrictEqual({
      text: 'é',
      flag: true,
      nothing: null,
      list: [1, [2]],
      bare: { x: 1 },
    });
  });

  test.each([
    ['undefined', 'undefined'],
    ['a function', '({ a: () => 1 })'],
    ['a symbol', '[Symbol()]'],
    ['a bigint', '[1n]'],
    ['not a number', '[NaN]'],
    ['infinity', '[Infinity]'],
    ['a getter', '({ get a() { return 1 } })'],
    ['a setter', '({ set a(x) {} })'],
    ['a getter in an array', 'Object.defineProperty([1], 0, { get: () => 1 })'],
    ['a proxy', 'new Proxy({}, {})'],
    ['a proxy of an array', 'new Proxy([], {})'],
    ['a proxy whose traps throw', '[new Proxy({}, new Proxy({}, { get() { throw new Error("trap") } }))]'],
    [
      'a proxy whose traps loop',
      'new Proxy({}, { ownKeys() { for (;;); }, getPrototypeOf() { for (;;); }, getOwnPropertyDescriptor() { for (;;); } })',
    ],
    [
      'a revoked proxy',
      '(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return [proxy] })()',
    ],
    ['a date', 'new Date()'],
    ['a map', 'new Map()'],
    ['an object of a class', 'new (class A { x = 1 })()'],
    ['an object with toJSON', '({ toJSON: () => 1 })'],
    ['text as an object', 'Object.setPrototypeOf(new Date(0), { toJSON: () => 1 })'],
    ['an array of a class', 'new (class A extends Array {})()'],
    ['an array with gaps', '[1, , 2]'],
    ['an array of a length only', 'Object.assign([], { length: 4e9 })'],
    ['a key __proto__', 'JSON.parse(\'{"__proto__":{"x":1}}\')'],
    ['a circle', '(() => { const a = {}; a.a = a; return a })()'],
    ['a circle of arrays', '(() => { const a = []; a.push(a); return a })()'],
    ['nesting without end', '(() => { let a = []; for (let i = 0; i < 1e5; i += 1) a = [a]; return a })()'],
    [
      'parts shared 2^60 times',
      '(() => { let a = ["x"]; for (let i = 0; i < 60; i += 1) a = [a, a]; return a })()',
    ],
    ['a text of 9 MB', '"x".repeat(9e6)'],
    ['a text of 4 M characters and 12 MB', '"€".repeat(4e6)'],
    [
      'a long text shared often',
      '(() => { const a = "x".repeat(1e6); return Array.from({ length: 1000 }, () => a) })()',
    ],
    ['a promise', '[Promise.resolve(1)]'],
  ])('that is %s is malformed, and the cell goes on', async (_title, answer) => {
    await expect(evaluator.answer(answer)).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE' });
    await expect(evaluator.value('1')).resolves.toBe(1);
  });

  test('that is thenable is awaited once', async () => {
    const cell = await start(
      'a: () => { let asked = 0; return { then(resolve) { asked += 1; resolve({ asked }) } } }',
    );
    await expect(cell.call('test', 'a', {})).resolves.toEqual({ asked: 1 });
  });

  test('that is thenable and throws fails', async () => {
    const cell = await start('a: () => ({ get then() { throw new RangeError("no") } })');
    await expect(cell.call('test', 'a', {})).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      message: 'RangeError: no',
    });
  });

  test('cannot be pretended by changing Promise', async () => {
    const cell = await start(
      'a: async () => { const p = Promise.resolve(1); Object.defineProperties(p, { then: { value: (resolve) => resolve(2) }, constructor: { value: null } }); return p }',
    );
    await expect(cell.call('test', 'a', {})).resolves.toBe(2);
  });

  test('is unchecked in the cell only when a test says so', async () => {
    const cell = await start('a: () => ({ toJSON: () => "mine" })', {
      internals: { belts: { answerCheck: false } },
    });
    await expect(cell.call('test', 'a', {})).resolves.toBe('mine');
  });
});
