import { beforeEach, describe, expect, test } from '@jest/globals';
import { ProblemError } from '../../interfaces/problems/problem-error.js';
import type { JsonValue } from '../channel/json.js';
import { cellPool } from '../fixtures/cell-pool.js';
import type { StoragePort } from './storage-port.js';

const cellWith = cellPool();
const kept = new Map<string, JsonValue>();

const storage: StoragePort = {
  get: async (key) => kept.get(key),
  set: async (key, value) => {
    if (key === 'full') throw new ProblemError({ code: 'STORAGE_FULL', message: 'no room' });
    kept.set(key, value);
  },
  delete: async (key) => void kept.delete(key),
  list: async (beginning) => [...kept.keys()].filter((key) => key.startsWith(beginning)).sort(),
};

beforeEach(() => kept.clear());

async function value(code: string): Promise<unknown> {
  const script = `run: async ({ code }) => ({ value: await (0, eval)('(async (s) => (' + code + '))')(ctx.storage) })`;
  const cell = await cellWith(script, { apiVersion: '1.1.0', storage });
  return ((await cell.call('test', 'run', { code })) as { value: unknown }).value;
}

describe('the storage of a plugin', () => {
  test('keeps JSON values', async () => {
    const code = `(await s.set('a', { b: [1, 'é', null] }), await s.set('ab', 2), [await s.get('a'), typeof await s.get('none'), await s.list('a'), typeof await s.delete('a'), await s.list()])`;
    await expect(value(code)).resolves.toEqual([
      { b: [1, 'é', null] },
      'undefined',
      ['a', 'ab'],
      'undefined',
      ['ab'],
    ]);
  });

  test('does one thing after the other', async () => {
    const code = `Promise.all([...Array.from({ length: 100 }, (_, n) => s.set('k', n)), s.get('k')]).then((all) => all.at(-1))`;
    await expect(value(code)).resolves.toBe(99);
  });

  test('says when it is full', async () => {
    await expect(value(`s.set('full', 1).catch((e) => [e.code, e.message])`)).resolves.toEqual([
      'STORAGE_FULL',
      'no room',
    ]);
  });

  test.each([
    ['a function', `s.set('k', { f() {} })`, 'the value is no plain data: it holds a function'],
    ['a getter', `s.set('k', { get f() { return 1 } })`, 'the value is no plain data: it has a getter'],
    ['a key that is no text', `s.set(1, 1)`, 'a key is text of at most 256 characters'],
    ['a key that is too long', `s.get('k'.repeat(257))`, 'a key is text of at most 256 characters'],
    ['a key with half a character', `s.get('\\ud800')`, 'a key is text of at most 256 characters'],
    ['no key', `s.delete('')`, 'a key has at least one character'],
  ])('refuses %s', async (_title, code, message) => {
    await expect(value(`${code}.catch((e) => e.message)`)).resolves.toBe(message);
    expect(kept.size).toBe(0);
  });

  test('is not there where the plugin has none', async () => {
    const cell = await cellWith(`run: async () => 'storage' in ctx`, { apiVersion: '1.0.0', storage });
    await expect(cell.call('test', 'run', {})).resolves.toBe(false);
  });
});
