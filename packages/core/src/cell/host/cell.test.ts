import { describe, expect, test } from '@jest/globals';
import { cellPool } from '../fixtures/cell-pool.js';

const start = cellPool();

describe('a call', () => {
  test('brings back what the method answers', async () => {
    const cell = await start('add: async ({ a, b }) => ({ sum: a + b })');
    await expect(cell.call('test', 'add', { a: 1, b: 2 })).resolves.toEqual({ sum: 3 });
  });

  test('may be answered without a promise', async () => {
    const cell = await start('now: () => 7');
    await expect(cell.call('test', 'now', {})).resolves.toBe(7);
  });

  test('calls the method on its service', async () => {
    const cell = await start('factor: 3, times({ a }) { return a * this.factor }');
    await expect(cell.call('test', 'times', { a: 2 })).resolves.toBe(6);
  });

  test('is answered on its own, whatever the order', async () => {
    const cell = await start('wait: ({ ms }) => new Promise((resolve) => setTimeout(() => resolve(ms), ms))');
    const order: unknown[] = [];
    const note = async (answer: Promise<unknown>): Promise<void> => void order.push(await answer);
    await Promise.all([
      note(cell.call('test', 'wait', { ms: 60 })),
      note(cell.call('test', 'wait', { ms: 1 })),
    ]);
    expect(order).toEqual([1, 60]);
  });

  test('of a method that is not there fails', async () => {
    const cell = await start('a: () => 1');
    await expect(cell.call('test', 'b', {})).rejects.toMatchObject({ code: 'SERVICE_NOT_OFFERED' });
    await expect(cell.call('toString', 'call', {})).rejects.toMatchObject({ code: 'SERVICE_NOT_OFFERED' });
  });

  test('that is too large fails, and the cell goes on', async () => {
    const cell = await start('a: () => 1');
    await expect(cell.call('test', 'a', { text: 'x'.repeat(9e6) })).rejects.toMatchObject({
      code: 'INPUT_TOO_LARGE',
    });
    await expect(cell.call('test', 'a', {})).resolves.toBe(1);
  });

  test('beyond 1,000 open ones is refused', async () => {
    const cell = await start('a: () => new Promise(() => 0)');
    const open = Array.from({ length: 1_000 }, () =>
      cell.call('test', 'a', {}).catch((error: unknown) => error),
    );
    await expect(cell.call('test', 'a', {})).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await cell.kill();
    expect((await Promise.all(open)).map((error) => (error as { code: string }).code)).toEqual(
      open.map(() => 'CALL_CANCELED'),
    );
  });
});
