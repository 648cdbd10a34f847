import { describe, expect, test } from '@jest/globals';
import { cellPool, collect } from '../fixtures/cell-pool.js';

const start = cellPool();

describe('a call that is given up', () => {
  test('by its caller fails at once and tells the plugin', async () => {
    const cell = await start(
      `a: (_, { signal }) => new Promise((resolve) => signal.addEventListener('abort', () => { this.reason = signal.reason.name; resolve(1) })),
       b: () => ({ reason: this.reason })`.replaceAll('this', 'globalState'),
      { before: 'const globalState = {};' },
    );
    const controller = new AbortController();
    const call = cell.call('test', 'a', {}, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'CALL_CANCELED' });
    await expect(cell.call('test', 'b', {})).resolves.toEqual({ reason: 'AbortError' });
  });

  test('before it began fails', async () => {
    const cell = await start('a: () => 1');
    await expect(cell.call('test', 'a', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'CALL_CANCELED',
    });
  });

  test('by its deadline leaves the cell alone', async () => {
    const cell = await start('a: () => new Promise(() => 0), b: () => 1');
    await expect(cell.call('test', 'a', {}, { deadlineMs: 50 })).rejects.toMatchObject({
      code: 'CALL_TIMEOUT',
    });
    await expect(cell.call('test', 'b', {})).resolves.toBe(1);
    expect(cell.state).toBe('active');
  });

  test('only if no answer lies in the pipe, however busy the host was', async () => {
    const cell = await start('a: () => 1');
    const call = cell.call('test', 'a', {}, { deadlineMs: 100 });
    for (const until = performance.now() + 300; performance.now() < until;);
    await expect(call).resolves.toBe(1);
  });

  test('may still be answered, and nobody minds', async () => {
    const cell = await start(
      'a: (_, { signal }) => new Promise((resolve) => setTimeout(resolve, 80, 1)), b: () => new Promise((resolve) => setTimeout(resolve, 120, 2))',
    );
    const late = cell.call('test', 'b', {});
    await expect(cell.call('test', 'a', {}, { deadlineMs: 30 })).rejects.toMatchObject({
      code: 'CALL_TIMEOUT',
    });
    await expect(late).resolves.toBe(2);
    await expect(cell.call('test', 'b', {})).resolves.toBe(2);
  });
});

describe('a stream without an end', () => {
  test('may be silent for longer than a call', async () => {
    const cell = await start(
      'async *a() { await new Promise((resolve) => setTimeout(resolve, 300)); yield 1; }, b: () => 1',
    );
    const options = { deadlineMs: 50, openEnded: true };
    await expect(collect(cell.stream('test', 'a', {}, options))).resolves.toEqual([1]);
    await expect(collect(cell.stream('test', 'a', {}, { deadlineMs: 50 }))).rejects.toMatchObject({
      code: 'CALL_TIMEOUT',
    });
  });

  test('ends with a cell that hangs', async () => {
    const cell = await start('async *a() { for (;;); }', { limits: { unresponsiveMs: 300 } });
    const options = { deadlineMs: 100, openEnded: true };
    await expect(collect(cell.stream('test', 'a', {}, options))).rejects.toMatchObject({
      code: 'CELL_UNRESPONSIVE',
    });
  });
});

describe('calls that are given up', () => {
  test('leave nothing behind in the cell, even when the plugin ignores it', async () => {
    const cell = await start(
      'a: () => new Promise(() => 0), async *b() { await new Promise(() => 0) }, c: () => 1',
    );
    for (let round = 0; round < 3; round += 1) {
      const calls = Array.from({ length: 400 }, () =>
        cell.call('test', 'a', {}, { deadlineMs: 20 }).catch(() => 'gone'),
      );
      const streams = Array.from({ length: 400 }, () => cell.stream('test', 'b', {}).return?.());
      await Promise.all([...calls, ...streams]);
      await cell.call('test', 'c', {});
    }
    await expect(cell.call('test', 'c', {})).resolves.toBe(1);
  });
});

describe('a cell that hangs', () => {
  test.each([
    ['in a loop', 'for (;;);'],
    [
      'in a loop of microtasks',
      'const spin = () => queueMicrotask(spin); spin(); await new Promise(() => 0)',
    ],
    ['in a regular expression', '/^(a+)+$/.test("a".repeat(40) + "!")'],
    ['in a getter of its answer', 'return { get then() { for (;;); } }'],
    ['in a proxy of its answer', 'return new Proxy({}, { get() { for (;;); } })'],
    ['in what it throws', 'throw { get message() { for (;;); } }'],
  ])('%s is stopped, and every open call fails', async (_title, code) => {
    const cell = await start(`a: async () => { ${code} }, b: () => new Promise(() => 0)`);
    const other = cell.call('test', 'b', {});
    const [a, b] = await Promise.allSettled([cell.call('test', 'a', {}, { deadlineMs: 2_000 }), other]);
    expect(a).toMatchObject({ status: 'rejected', reason: { code: 'CELL_UNRESPONSIVE' } });
    expect(b).toMatchObject({ status: 'rejected', reason: { code: 'CELL_UNRESPONSIVE' } });
    await expect(cell.exited).resolves.toMatchObject({ reason: 'unresponsive', signal: 'SIGKILL' });
  });

  test('in a stream is stopped', async () => {
    const cell = await start('async *a() { yield 1; for (;;); }');
    await expect(collect(cell.stream('test', 'a', {}, { deadlineMs: 2_000 }))).rejects.toMatchObject({
      code: 'CELL_UNRESPONSIVE',
    });
  });

  test('beyond a deadline too short to tell is stopped a little later', async () => {
    const cell = await start('a: () => { for (;;); }');
    await expect(cell.call('test', 'a', {}, { deadlineMs: 50 })).rejects.toMatchObject({
      code: 'CALL_TIMEOUT',
    });
    await expect(cell.exited).resolves.toMatchObject({ reason: 'unresponsive' });
  });

  test('only after the deadline is stopped when it stays silent', async () => {
    const cell = await start('a: () => new Promise((resolve) => setTimeout(() => { for (;;); }, 150))', {
      limits: { unresponsiveMs: 200 },
    });
    await expect(cell.call('test', 'a', {}, { deadlineMs: 200 })).rejects.toMatchObject({
      code: 'CALL_TIMEOUT',
    });
    await expect(cell.exited).resolves.toMatchObject({ reason: 'unresponsive' });
  });

  test('while it is loaded is stopped', async () => {
    await expect(start('', { before: 'for (;;);', limits: { loadMs: 100 } })).rejects.toMatchObject({
      code: 'CELL_UNRESPONSIVE',
    });
  });

  test('while it is activated is stopped', async () => {
    const before =
      'module.exports = { type: "broker", activate: () => new Promise(() => 0) }; if (true) return;';
    await expect(start('', { before, limits: { activateMs: 100 } })).rejects.toMatchObject({
      code: 'CELL_UNRESPONSIVE',
    });
  });

  test('hangs for ever without deadlines', async () => {
    const cell = await start('a: () => { for (;;); }', { internals: { belts: { deadlines: false } } });
    const call = cell.call('test', 'a', {}, { deadlineMs: 50 }).catch(() => 'failed');
    const later = new Promise((resolve) => setTimeout(resolve, 300, 'still running'));
    await expect(Promise.race([call, later])).resolves.toBe('still running');
  });
});

describe('the deadline of a stream', () => {
  test('does not run while the reader is busy', async () => {
    const cell = await start('async *a() { for (let i = 0; i < 10; i += 1) yield i }');
    let seen = 0;
    for await (const _ of cell.stream('test', 'a', {}, { deadlineMs: 40 })) {
      seen += 1;
      if (seen === 1) await new Promise((resolve) => setTimeout(resolve, 120));
    }
    expect(seen).toBe(10);
  });

  test('runs for each item', async () => {
    const cell = await start('async *a() { yield 1; await new Promise(() => 0) }');
    await expect(collect(cell.stream('test', 'a', {}, { deadlineMs: 50 }))).rejects.toMatchObject({
      code: 'CALL_TIMEOUT',
    });
    expect(cell.state).toBe('active');
  });

  test('has a limit for the whole, however fast the items come', async () => {
    const cell = await start('async *a() { for (;;) yield 1 }', { limits: { streamMs: 150 } });
    await expect(collect(cell.stream('test', 'a', {}))).rejects.toMatchObject({ code: 'CALL_TIMEOUT' });
  });
});
