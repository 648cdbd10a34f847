import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROBLEM_CODES } from '../../interfaces/problems/problem-code.js';
import { cellPool } from '../fixtures/cell-pool.js';
import { Evaluator } from '../fixtures/evaluator.js';

const start = cellPool();

let evaluator: Evaluator;

beforeAll(async () => {
  evaluator = await Evaluator.start();
});
afterAll(() => evaluator.cell.kill());

describe('what a method throws', () => {
  test('keeps the code and fields of a problem', async () => {
    const thrown = `Object.assign(new Error('closed'), { code: 'MAINTENANCE', remedy: 'wait', retryAt: '2026-01-01T00:00:00Z', place: { rows: [3] } })`;
    const cell = await start(`a: async () => { throw ${thrown} }`);
    const problem = {
      code: 'MAINTENANCE',
      message: 'closed',
      remedy: 'wait',
      retry: 'safe',
      retryAt: '2026-01-01T00:00:00Z',
      place: { rows: [3] },
    };
    await expect(cell.call('test', 'a', {})).rejects.toMatchObject(problem);
  });

  test.each([
    ['an error', 'new TypeError("wrong")', 'TypeError: wrong'],
    ['an error of a class', 'new (class MyError extends Error { name = "MyError" })("x")', 'MyError: x'],
    ['an error without text', 'new Error()', 'Error'],
    ['text', '"just text"', 'just text'],
    ['nothing', 'undefined', 'undefined'],
    ['a symbol', 'Symbol("x")', 'threw a symbol'],
    ['a function', '() => 0', 'threw a function'],
    ['an object', '({ message: "m" })', 'Error: m'],
    ['an unknown code', 'Object.assign(new Error("m"), { code: "ENOENT" })', 'Error: m'],
    [
      'getters that throw',
      '({ get code() { throw 1 }, get name() { throw 1 }, get message() { throw 1 } })',
      'Error',
    ],
    ['a proxy that throws', 'new Proxy({}, { get() { throw 1 } })', 'Error'],
    ['a proxy without a prototype', 'new Proxy({}, { getPrototypeOf() { throw 1 } })', 'Error'],
    ['a code that is an object', '({ code: { toString: () => "NOT_FOUND" }, message: "m" })', 'Error: m'],
  ])('is a failure of the plugin: %s', async (_title, thrown, message) => {
    await expect(evaluator.fail(thrown)).rejects.toMatchObject({ code: 'PLUGIN_FAILED', message });
  });

  test.each(['LEDGER_UNAVAILABLE', 'INTERNAL_ERROR', 'CELL_CRASHED', 'USAGE'])(
    'is no word of the host: %s',
    async (code) => {
      const thrown = `Object.assign(new Error('m'), { code: '${code}', remedy: 'Delete it.', retry: 'safe' })`;
      const expected = { code: 'PLUGIN_FAILED', message: 'm', retry: PROBLEM_CODES.PLUGIN_FAILED.retry };
      const problem: unknown = await evaluator.fail(thrown).catch((error: unknown) => error);
      expect(problem).toMatchObject(expected);
      expect(problem).not.toMatchObject({ remedy: 'Delete it.' });
    },
  );

  test('is clipped', async () => {
    const cell = await start('a: () => { throw new Error("x".repeat(1e6)) }');
    const problem: unknown = await cell.call('test', 'a', {}).catch((error: unknown) => error);
    expect((problem as Error).message).toHaveLength(4_001);
  });

  test('loses fields that no problem has', async () => {
    const cell = await start(
      `a: () => { throw Object.assign(new Error('m'), { code: 'NOT_FOUND', place: { get rows() { return 1 } } }) }`,
    );
    await expect(cell.call('test', 'a', {})).rejects.toMatchObject({ code: 'NOT_FOUND', place: undefined });
  });

  test('tells where in the script, apart from the message', async () => {
    const cell = await start('a: () => {\n  throw new Error("m") }');
    const problem: unknown = await cell.call('test', 'a', {}).catch((error: unknown) => error);
    expect((problem as Error).cause).toMatch(/^at Object\.a \(plugin\.js:3:9\)$/);
    expect((problem as Error).cause).not.toMatch(/guest\.cjs/);
  });

  test('may be a stack overflow', async () => {
    const cell = await start('a: () => { const deep = () => deep() + 1; return deep() }, b: () => 1');
    await expect(cell.call('test', 'a', {})).rejects.toMatchObject({
      code: 'PLUGIN_FAILED',
      message: 'RangeError: Maximum call stack size exceeded',
    });
    await expect(cell.call('test', 'b', {})).resolves.toBe(1);
  });
});
