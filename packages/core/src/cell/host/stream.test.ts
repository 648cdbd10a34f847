import { describe, expect, test } from '@jest/globals';
import { cellPool, collect } from '../fixtures/cell-pool.js';
import { CONTENT_WINDOW, ITEM_WINDOW } from '../channel/messages.js';

const start = cellPool();

async function* texts(...pieces: string[]): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) yield Buffer.from(piece);
}

/** Input without end that counts what was asked of it. */
function endless(): { content: AsyncIterable<Uint8Array>; asked: () => number; closed: () => boolean } {
  let asked = 0;
  let closed = false;
  async function* generate(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        asked += 1;
        yield Buffer.alloc(65_536);
      }
    } finally {
      closed = true;
    }
  }
  return { content: generate(), asked: () => asked, closed: () => closed };
}

describe('a stream', () => {
  test('brings the items in order and ends', async () => {
    const cell = await start('async *a() { for (let i = 0; i < 50; i += 1) yield i }');
    await expect(collect(cell.stream('test', 'a', {}))).resolves.toEqual(
      Array.from({ length: 50 }, (_, i) => i),
    );
  });

  test('may be empty', async () => {
    const cell = await start('async *a() {}');
    await expect(collect(cell.stream('test', 'a', {}))).resolves.toEqual([]);
  });

  test('fails after the items that came before', async () => {
    const cell = await start(
      `async *a() { yield 1; throw Object.assign(new Error('m'), { code: 'ROW_MALFORMED' }) }`,
    );
    const stream = cell.stream('test', 'a', {});
    await expect(stream.next()).resolves.toEqual({ done: false, value: 1 });
    await expect(stream.next()).rejects.toMatchObject({ code: 'ROW_MALFORMED' });
    await expect(stream.next()).resolves.toEqual({ done: true, value: undefined });
  });

  test('that is none is malformed', async () => {
    const cell = await start('a: async () => [1], b: () => ({ [Symbol.asyncIterator]: 1 })');
    await expect(collect(cell.stream('test', 'a', {}))).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE' });
    await expect(collect(cell.stream('test', 'b', {}))).rejects.toMatchObject({ code: 'PLUGIN_FAILED' });
  });

  test('with an item that is no data is malformed', async () => {
    const cell = await start('async *a() { yield 1; yield () => 0 }');
    await expect(collect(cell.stream('test', 'a', {}))).rejects.toMatchObject({ code: 'MALFORMED_RESPONSE' });
  });

  test('is produced no further ahead than its credit', async () => {
    const cell = await start(
      'made: 0, async *a() { for (;;) { this.made += 1; yield this.made } }, b() { return this.made }',
    );
    const stream = cell.stream('test', 'a', {});
    for (let taken = 0; taken < 10; taken += 1) await stream.next();
    // One item is made and waits for credit.
    expect(await cell.call('test', 'b', {})).toBeLessThanOrEqual(10 + ITEM_WINDOW + 1);
    await stream.return?.();
  });

  test('is canceled in the plugin when its reader stops', async () => {
    const cell = await start(
      `async *a(_, { signal }) { try { for (;;) yield 1 } finally { this.closed = signal.aborted } },
       b() { return { closed: this.closed ?? null } }`,
    );
    for await (const _ of cell.stream('test', 'a', {})) break;
    await expect(cell.call('test', 'b', {})).resolves.toEqual({ closed: true });
  });

  test('is read one item after the other', async () => {
    const cell = await start('async *a() { await new Promise(() => 0) }');
    const stream = cell.stream('test', 'a', {});
    const first = stream.next();
    expect(() => stream.next()).toThrow('one item after the other');
    await stream.return?.();
    await expect(first).resolves.toEqual({ done: true, value: undefined });
  });
});

describe('content', () => {
  test('arrives in pieces of 64 KiB, with the request', async () => {
    const cell = await start(
      'async *a({ name, content }) { yield name; for await (const piece of content) yield piece.length }',
    );
    const content = texts('x'.repeat(150_000), '', 'y');
    await expect(collect(cell.stream('test', 'a', { name: 'n' }, { content }))).resolves.toEqual([
      'n',
      65_536,
      65_536,
      18_929,
    ]);
  });

  test('may be read for one answer', async () => {
    const cell = await start(
      'async a({ content }) { let text = ""; const d = new TextDecoder(); for await (const piece of content) text += d.decode(piece, { stream: true }); return text }',
    );
    await expect(cell.call('test', 'a', {}, { content: texts('a', 'é', 'b') })).resolves.toBe('aéb');
  });

  test('is memory of its own', async () => {
    const cell = await start(
      'async a({ content }) { for await (const piece of content) return [piece.constructor === Uint8Array, piece.buffer.byteLength, piece.byteOffset] }',
    );
    await expect(cell.call('test', 'a', {}, { content: texts('abc') })).resolves.toEqual([true, 3, 0]);
  });

  test('is read no further ahead than the plugin asks', async () => {
    const { content, asked } = endless();
    const cell = await start(
      'async a({ content }) { const it = content[Symbol.asyncIterator](); await it.next(); await it.next(); return 1 }, b: () => 1',
    );
    await cell.call('test', 'a', {}, { content });
    await cell.call('test', 'b', {});
    expect(asked()).toBeLessThanOrEqual(2 + CONTENT_WINDOW + 1);
  });

  test('is closed when the call is over', async () => {
    const { content, closed } = endless();
    const cell = await start('async a({ content }) { return 1 }');
    await cell.call('test', 'a', {}, { content });
    await cell.call('test', 'a', {});
    expect(closed()).toBe(true);
  });

  test('that cannot be read on fails the call and not the cell', async () => {
    const cell = await start('async a({ content }) { for await (const _ of content); return 1 }, b: () => 1');
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('x');
      throw new Error('disk');
    }
    await expect(cell.call('test', 'a', {}, { content: broken() })).rejects.toMatchObject({
      code: 'INPUT_UNREADABLE',
    });
    await expect(cell.call('test', 'b', {})).resolves.toBe(1);
  });

  test('may be read on in vain after the answer', async () => {
    const { content } = endless();
    const cell = await start(
      'async a({ content }) { const it = content[Symbol.asyncIterator](); this.late = (async () => { for (;;) await it.next() })().catch(() => "over"); return 1 }, b() { return this.late }',
    );
    await cell.call('test', 'a', {}, { content });
    await expect(cell.call('test', 'b', {})).resolves.toBe('over');
  });
});
