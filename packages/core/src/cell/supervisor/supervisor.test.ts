import { describe, expect, jest, test } from '@jest/globals';
import { collect } from '../fixtures/cell-pool.js';
import { pluginScript } from '../fixtures/plugin-script.js';
import { eventOf, supervisorPool } from '../fixtures/supervise.js';
import { MemoryCrashHistory } from './crash-history.js';

const supervise = supervisorPool();

const CRASH =
  'crash: () => { setTimeout(() => { throw new Error("boom") }, 0); return new Promise(() => 0) }';

describe('a supervised plugin', () => {
  test('is started by its first call, once for all who call meanwhile', async () => {
    const { supervisor, events } = supervise('a: () => 1');
    expect(supervisor.pid).toBeUndefined();
    await expect(Promise.all([1, 2, 3].map(() => supervisor.call('test', 'a', {})))).resolves.toEqual([
      1, 1, 1,
    ]);
    expect(events.map(({ type }) => type)).toEqual(['started', 'activated']);
    expect(events[1]).toMatchObject({ services: { test: ['a'] } });
    expect(supervisor.stats).toMatchObject({ calls: 3, openCalls: 0 });
  });

  test('answers streams', async () => {
    const { supervisor } = supervise('async *a() { yield 1; yield 2 }');
    await expect(collect(supervisor.stream('test', 'a', {}))).resolves.toEqual([1, 2]);
  });

  test('is stopped when nobody calls, and started again', async () => {
    const supervised = supervise('a: () => 1', { idleMs: 20 });
    await supervised.supervisor.start();
    const first = supervised.supervisor.pid;
    await eventOf(supervised, 'stopped');
    expect(supervised.supervisor.pid).toBeUndefined();
    await expect(supervised.supervisor.call('test', 'a', {})).resolves.toBe(1);
    expect(supervised.supervisor.pid).not.toBe(first);
  });

  test('is not stopped while a call is open', async () => {
    const { supervisor } = supervise('a: () => new Promise((resolve) => setTimeout(resolve, 120, 1))', {
      idleMs: 20,
    });
    await expect(supervisor.call('test', 'a', {})).resolves.toBe(1);
  });

  test('that is stopped by hand is deactivated and started by the next call', async () => {
    const lines: string[] = [];
    const supervised = supervise('', { onLog: ({ message }) => lines.push(message) });
    supervised.script = `module.exports = { type: 'broker', activate: (ctx) => { ctx.signal.onabort = () => console.log('aborted'); return { test: { a: () => 1 } } }, deactivate: async () => { console.log('closed') } }`;
    await supervised.supervisor.call('test', 'a', {});
    await supervised.supervisor.stop();
    expect(lines).toEqual(['aborted', 'closed']);
    await expect(supervised.supervisor.call('test', 'a', {})).resolves.toBe(1);
  });

  test('that says something after it was stopped is not heard', async () => {
    const lines: string[] = [];
    const supervised = supervise('', { onLog: ({ message }) => lines.push(message) });
    supervised.script = `const spin = () => { console.log('later'); queueMicrotask(spin) };
      module.exports = { type: 'broker', activate: () => ({ test: { a: () => 1 } }), deactivate: () => { setInterval(() => console.log('later'), 1); setTimeout(spin, 1) } }`;
    await supervised.supervisor.call('test', 'a', {});
    await supervised.supervisor.stop();
    expect(lines).toEqual([]);
  });

  test('whose deactivate hangs or fails is stopped all the same', async () => {
    for (const deactivate of [
      '() => { for (;;); }',
      '() => new Promise(() => 0)',
      '() => { throw new Error("no") }',
    ]) {
      const supervised = supervise('', { limits: { deactivateMs: 50 } });
      supervised.script = `module.exports = { type: 'broker', activate: () => ({}), deactivate: ${deactivate} }`;
      await supervised.supervisor.start();
      await supervised.supervisor.stop();
      expect(supervised.supervisor.pid).toBeUndefined();
    }
  });

  test('goes on when whoever listens, or keeps its history, fails', async () => {
    const warned = jest.spyOn(process, 'emitWarning').mockReturnValue();
    const broken = (what: string) => (): never => {
      throw new Error(what);
    };
    const crashes = { record: broken('history'), since: () => [], clear: () => undefined };
    const { supervisor } = supervise(`a: () => 1, ${CRASH}`, { onEvent: broken('listener'), crashes });
    await expect(supervisor.call('test', 'a', {})).resolves.toBe(1);
    await expect(supervisor.call('test', 'crash', {})).rejects.toMatchObject({ code: 'CELL_CRASHED' });
    await expect(supervisor.call('test', 'a', {})).resolves.toBe(1);
    expect(new Set(warned.mock.calls.flat())).toEqual(new Set(['Error: listener', 'Error: history']));
  });

  test('that does not start fails its callers and is tried again', async () => {
    const supervised = supervise('');
    supervised.script = 'throw new Error("early")';
    await expect(supervised.supervisor.start()).rejects.toMatchObject({ code: 'PLUGIN_FAILED' });
    supervised.script = pluginScript('a: () => 1');
    await expect(supervised.supervisor.call('test', 'a', {})).resolves.toBe(1);
    expect(supervised.events.filter(({ type }) => type === 'crashed')).toEqual([]);
  });
});

describe('a plugin that crashes', () => {
  test('is started again after a pause', async () => {
    const supervised = supervise(`${CRASH}, a: () => 1`);
    await expect(supervised.supervisor.call('test', 'crash', {})).rejects.toMatchObject({
      code: 'CELL_CRASHED',
    });
    const { exit, evidence } = await eventOf(supervised, 'crashed');
    expect(exit).toMatchObject({ reason: 'crashed', detail: 'Error: boom' });
    expect(evidence.exit).toMatchObject({ reason: 'crashed' });
    await expect(supervised.supervisor.call('test', 'a', {})).rejects.toMatchObject({
      code: 'CELL_BACKING_OFF',
      retryAt: new Date(1_000_250).toISOString(),
    });
    supervised.now += 250;
    await expect(supervised.supervisor.call('test', 'a', {})).resolves.toBe(1);
  });

  test('three times in five minutes is quarantined, also when each host saw it once', async () => {
    const crashes = new MemoryCrashHistory();
    for (let host = 0; host < 3; host += 1) {
      const supervised = supervise(CRASH, { crashes });
      supervised.now += host * 100_000;
      await expect(supervised.supervisor.call('test', 'crash', {})).rejects.toMatchObject({
        code: 'CELL_CRASHED',
      });
      await eventOf(supervised, host < 2 ? 'crashed' : 'quarantined');
    }
    const { supervisor, ...later } = supervise('a: () => 1', { crashes });
    expect(later.now).toBe(1_000_000);
    expect(supervisor.quarantined).toBe(true);
    await expect(supervisor.call('test', 'a', {})).rejects.toMatchObject({ code: 'PLUGIN_QUARANTINED' });
    supervisor.release();
    await expect(supervisor.call('test', 'a', {})).resolves.toBe(1);
  });

  test('three times in more than five minutes is not quarantined', async () => {
    const crashes = new MemoryCrashHistory();
    for (const at of [0, 150_000]) crashes.record('acme', { at, reason: 'crashed' });
    const supervised = supervise(`${CRASH}, a: () => 1`, { crashes });
    supervised.now = 300_001;
    await expect(supervised.supervisor.call('test', 'crash', {})).rejects.toMatchObject({
      code: 'CELL_CRASHED',
    });
    await eventOf(supervised, 'crashed');
    expect(supervised.supervisor.quarantined).toBe(false);
  });

  test('does not take the others along', async () => {
    const crashing = supervise(CRASH);
    const { supervisor } = supervise('a: () => 1', { key: 'other' });
    await expect(crashing.supervisor.call('test', 'crash', {})).rejects.toMatchObject({
      code: 'CELL_CRASHED',
    });
    await expect(supervisor.call('test', 'a', {})).resolves.toBe(1);
  });

  test('because the host ended it leaves a finding', async () => {
    const supervised = supervise('a: () => { for (;;); }');
    await expect(supervised.supervisor.call('test', 'a', {}, { deadlineMs: 600 })).rejects.toMatchObject({
      code: 'CELL_UNRESPONSIVE',
    });
    await expect(eventOf(supervised, 'finding')).resolves.toMatchObject({
      problem: { code: 'CELL_UNRESPONSIVE' },
    });
  });

  test('because of a large file is not blamed', async () => {
    async function* megabytes(): AsyncGenerator<Uint8Array> {
      for (let made = 0; made < 64; made += 1) yield Buffer.alloc(1024 * 1024);
    }
    const supervised = supervise(
      'async a({ content }) { const kept = []; for await (const _ of content) kept.push(new Uint8Array(4e5).fill(1)) }',
      { limits: { rssMegabytes: 120 } },
    );
    await expect(supervised.supervisor.call('test', 'a', {}, { content: megabytes() })).rejects.toMatchObject(
      { code: 'INPUT_TOO_LARGE' },
    );
    await eventOf(supervised, 'stopped');
    expect(supervised.events.map(({ type }) => type)).not.toContain('crashed');
  });
});

describe('a replacement', () => {
  test('takes over, and calls that are open end with the old one', async () => {
    const supervised = supervise('a: () => new Promise((resolve) => setTimeout(resolve, 150, "old"))');
    await supervised.supervisor.start();
    const open = supervised.supervisor.call('test', 'a', {});
    supervised.script = pluginScript('a: () => "new"');
    await expect(supervised.supervisor.replace()).resolves.toEqual({ test: ['a'] });
    await expect(supervised.supervisor.call('test', 'a', {})).resolves.toBe('new');
    await expect(open).resolves.toBe('old');
    await eventOf(supervised, 'stopped');
  });

  test('that fails leaves the old one serving', async () => {
    const supervised = supervise('a: () => "old"');
    await supervised.supervisor.start();
    supervised.script = 'throw new Error("new")';
    await expect(supervised.supervisor.replace()).rejects.toMatchObject({ code: 'PLUGIN_FAILED' });
    await expect(supervised.supervisor.call('test', 'a', {})).resolves.toBe('old');
  });

  test('of an idle one stops it', async () => {
    const supervised = supervise('a: () => 1');
    await supervised.supervisor.start();
    await supervised.supervisor.replace();
    await eventOf(supervised, 'stopped');
    await expect(supervised.supervisor.call('test', 'a', {})).resolves.toBe(1);
  });
});
