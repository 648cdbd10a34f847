import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { buildGuest } from '../fixtures/build-guest.js';
import { pluginScript } from '../fixtures/plugin-script.js';
import { startCell, type CellSetup } from '../fixtures/start-cell.js';
import type { Cell } from './cell.js';

beforeAll(buildGuest);

const cells: Cell[] = [];

afterEach(async () => {
  await Promise.all(cells.splice(0).map((cell) => cell.kill()));
});

async function start(methods: string, setup: CellSetup = {}): Promise<Cell> {
  const cell = await startCell(pluginScript(methods), setup);
  cells.push(cell);
  return cell;
}

async function* bytes(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}

describe('a call', () => {
  test('brings back what the method answers', async () => {
    const cell = await start('add: async ({ a, b }) => ({ sum: a + b })');
    await expect(cell.call('test', 'add', { a: 1, b: 2 })).resolves.toEqual({ sum: 3 });
  });

  test('fails with the code that the plugin threw', async () => {
    const cell = await start(
      `go: async () => { throw Object.assign(new Error('closed'), { code: 'MAINTENANCE' }) }`,
    );
    await expect(cell.call('test', 'go', {})).rejects.toMatchObject({
      code: 'MAINTENANCE',
      message: 'closed',
      retry: 'safe',
    });
  });
});

describe('a stream', () => {
  test('reads content and yields items', async () => {
    const cell = await start(
      `async *read({ content }) { for await (const piece of content) yield { length: piece.length }; }`,
    );
    const items: unknown[] = [];
    for await (const item of cell.stream('test', 'read', {}, { content: bytes('one', 'four') }))
      items.push(item);
    expect(items).toEqual([{ length: 3 }, { length: 4 }]);
  });
});
