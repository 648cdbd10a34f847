import { getPriority } from 'node:os';
import { describe, expect, jest, test } from '@jest/globals';
import { cellPool } from '../fixtures/cell-pool.js';
import { Cell } from './cell.js';

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

describe('a cell', () => {
  test('fails its open calls when it is stopped, and takes no more', async () => {
    const cell = await start('a: () => new Promise(() => 0)');
    const call = cell.call('test', 'a', {});
    const stream = cell.stream('test', 'a', {});
    void cell.kill();
    await expect(call).rejects.toMatchObject({ code: 'CALL_CANCELED' });
    await expect(stream.next()).rejects.toMatchObject({ code: 'CALL_CANCELED' });
    await expect(cell.call('test', 'a', {})).rejects.toMatchObject({ code: 'CALL_CANCELED' });
    await expect(cell.exited).resolves.toMatchObject({ reason: 'stopped', signal: 'SIGKILL' });
    expect(cell.state).toBe('ended');
  });

  test('goes through its life in order and once', async () => {
    const cell = new Cell({ plugin: { id: 'acme', version: '1.0.0' }, apiVersion: '1.0.0' });
    expect(() => cell.stream('test', 'a', {})).toThrow('a cell that is new takes no calls');
    await expect(cell.load('')).rejects.toThrow('a cell that is new does not become loading');
    await cell.start();
    await expect(cell.start()).rejects.toThrow('a cell that is ready does not become starting');
    await cell.kill();
    await expect(cell.load('')).rejects.toMatchObject({ code: 'CALL_CANCELED' });
  });

  test('may be stopped before it was started', async () => {
    const cell = new Cell({ plugin: { id: 'acme', version: '1.0.0' }, apiVersion: '1.0.0' });
    await expect(cell.kill()).resolves.toMatchObject({ reason: 'stopped' });
    await expect(cell.start()).rejects.toMatchObject({ code: 'CALL_CANCELED' });
  });

  test('that the host cannot follow is ended, and the host goes on', async () => {
    const warned = jest.spyOn(process, 'emitWarning').mockReturnValue();
    const tap = {
      sent: () => undefined,
      sentContent: () => undefined,
      usage: () => undefined,
      received: (message: { type: string }) => {
        if (message.type === 'result') throw new Error('a fault of the host');
      },
    };
    const cell = await start('a: () => 1', { tap });
    await cell.call('test', 'a', {});
    await expect(cell.exited).resolves.toMatchObject({
      reason: 'crashed',
      detail: 'the host could not handle a message',
    });
    expect(warned).toHaveBeenCalledWith('Error: a fault of the host');
  });

  test('tells what it uses', async () => {
    const cell = await start('a: () => 1');
    await cell.call('test', 'a', {});
    expect(cell.stats).toMatchObject({ calls: 1, openCalls: 0 });
    expect(cell.stats.rssBytes).toBeGreaterThan(1e6);
    expect(cell.stats.cpuMs).toBeGreaterThan(0);
    expect(cell.stats.ageMs).toBeGreaterThan(0);
  });

  test('has a lower priority than the host', async () => {
    const cell = await start('a: () => 1');
    expect(getPriority(cell.pid)).toBe(Math.min(19, getPriority() + 10));
  });

  test('starts as it was seeded', async () => {
    const methods =
      'a: () => [Math.random(), crypto.randomUUID(), ...crypto.getRandomValues(new Uint8Array(4))]';
    const [one, two, other] = await Promise.all(
      ['a', 'a', 'b'].map((letter) => start(methods, { seed: letter.repeat(64) })),
    );
    const first = await one?.call('test', 'a', {});
    await expect(two?.call('test', 'a', {})).resolves.toEqual(first);
    await expect(other?.call('test', 'a', {})).resolves.not.toEqual(first);
    expect(one?.seed).toBe('a'.repeat(64));
  });
});
