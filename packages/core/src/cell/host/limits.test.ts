import { describe, expect, test } from '@jest/globals';
import { cellPool } from '../fixtures/cell-pool.js';

const start = cellPool();

const HEAP_BOMB = 'const kept = []; for (;;) kept.push(new Array(1e4).fill(kept.length))';
const BUFFER_BOMB = 'const kept = []; for (;;) { kept.push(new Uint8Array(1e7).fill(1)); await null }';

async function* megabytes(count: number): AsyncGenerator<Uint8Array> {
  for (let made = 0; made < count; made += 1) yield Buffer.alloc(1024 * 1024);
}

describe('a cell that fills its memory', () => {
  test.each([
    ['with objects', HEAP_BOMB],
    ['with buffers, which the heap limit does not count', BUFFER_BOMB],
    [
      'with text',
      'const kept = []; for (;;) { kept.push("x".repeat(1e6) + kept.length); kept.at(-1).at(0) }',
    ],
  ])('%s is stopped', async (_title, code) => {
    const cell = await start(`a: async () => { ${code} }`, {
      limits: { heapMegabytes: 64, rssMegabytes: 160 },
    });
    await expect(cell.call('test', 'a', {})).rejects.toMatchObject({
      code: 'CELL_OUT_OF_MEMORY',
      retry: 'never',
    });
    await expect(cell.exited).resolves.toMatchObject({ reason: 'out-of-memory' });
  });

  test('because of a large file leaves the blame to the file', async () => {
    const cell = await start(
      'async a({ content }) { const kept = []; for await (const piece of content) kept.push(new Uint8Array(4e5).fill(1)); return 1 }',
      { limits: { rssMegabytes: 120 } },
    );
    await expect(cell.call('test', 'a', {}, { content: megabytes(64) })).rejects.toMatchObject({
      code: 'INPUT_TOO_LARGE',
    });
    await expect(cell.exited).resolves.toMatchObject({ reason: 'out-of-memory', largeInput: true });
  });

  test('is not stopped without the watch', async () => {
    const code =
      'const kept = []; for (let i = 0; i < 20; i += 1) { kept.push(new Uint8Array(1e7).fill(1)); await new Promise((resolve) => setTimeout(resolve, 10)) } return kept.length';
    const limits = { rssMegabytes: 120 };
    const watched = await start(`a: async () => { ${code} }`, { limits });
    const unwatched = await start(`a: async () => { ${code} }`, {
      limits,
      internals: { belts: { rssWatch: false } },
    });
    await expect(watched.call('test', 'a', {})).rejects.toMatchObject({ code: 'CELL_OUT_OF_MEMORY' });
    await expect(unwatched.call('test', 'a', {})).resolves.toBe(20);
  });
});

describe('a cell that computes between calls', () => {
  // On a machine whose processors are all in use, a cell of low priority gets a small share of one.
  const BUSY_MACHINE = { idleCpuMs: 800, idleCpuShare: 0.01 };
  const code = 'a: () => { setInterval(() => { for (let i = 0; i < 1e8; i += 1); }, 1); return 1 }';

  test('is stopped', async () => {
    const cell = await start(code, { limits: BUSY_MACHINE });
    await cell.call('test', 'a', {});
    await expect(cell.exited).resolves.toMatchObject({ reason: 'cpu-exceeded' });
    await expect(cell.call('test', 'a', {})).rejects.toMatchObject({ code: 'CELL_CPU_EXCEEDED' });
  });

  test('is stopped when it does so in microtasks', async () => {
    const cell = await start(
      'a: () => { const spin = () => queueMicrotask(spin); setTimeout(spin, 1); return 1 }',
      { limits: BUSY_MACHINE },
    );
    await cell.call('test', 'a', {});
    await expect(cell.exited).resolves.toMatchObject({ reason: 'cpu-exceeded' });
  });
});

describe('a cell that fails beyond its calls', () => {
  test.each([
    [
      'by a promise that nobody watches',
      'Promise.reject(new RangeError("lost")); await new Promise(() => 0)',
      'RangeError: lost',
    ],
    [
      'in a timer',
      'setTimeout(() => { throw new RangeError("late") }, 1); await new Promise(() => 0)',
      'RangeError: late',
    ],
    [
      'in a microtask',
      'queueMicrotask(() => { throw new RangeError("soon") }); await new Promise(() => 0)',
      'RangeError: soon',
    ],
    [
      'with what is no error',
      'Promise.reject({ get message() { throw 1 } }); await new Promise(() => 0)',
      'Error',
    ],
    [
      'in a listener',
      'const c = new AbortController(); c.signal.onabort = () => { throw new RangeError("heard") }; setTimeout(() => c.abort(), 1); await new Promise(() => 0)',
      'RangeError: heard',
    ],
  ])('%s crashes and says why', async (_title, code, detail) => {
    const cell = await start(`a: async () => { ${code} }`);
    await expect(cell.call('test', 'a', {})).rejects.toMatchObject({ code: 'CELL_CRASHED' });
    await expect(cell.exited).resolves.toMatchObject({ reason: 'crashed', detail });
  });

  test('tells where in the script', async () => {
    const cell = await start(
      'a: async () => {\n setTimeout(() => { throw new Error("late") }, 1); await new Promise(() => 0) }',
    );
    await cell.call('test', 'a', {}).catch(() => undefined);
    await expect(cell.exited).resolves.toMatchObject({ stack: expect.stringContaining('plugin.js:3:') });
  });

  test('is known by its signal when somebody else ends it', async () => {
    const cell = await start('a: () => new Promise(() => 0)');
    const call = cell.call('test', 'a', {});
    process.kill(cell.pid ?? 0, 'SIGKILL');
    await expect(call).rejects.toMatchObject({ code: 'CELL_CRASHED' });
    await expect(cell.exited).resolves.toMatchObject({
      reason: 'crashed',
      detail: 'its process ended with signal SIGKILL',
    });
  });
});
