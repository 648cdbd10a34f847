import { describe, expect, jest, test } from '@jest/globals';
import { cellPool } from '../fixtures/cell-pool.js';
import { startCell } from '../fixtures/start-cell.js';
import type { LogLine } from './log-line.js';

const start = cellPool();

describe('a log line', () => {
  async function logged(code: string): Promise<LogLine[]> {
    const lines: LogLine[] = [];
    const cell = await start(`a: async () => { ${code}; return 1 }`, {
      now: () => 0,
      onLog: (line) => lines.push(line),
    });
    await cell.call('test', 'a', {});
    return lines;
  }

  test('comes from the console with its level', async () => {
    const lines = await logged(
      'console.debug("d"); console.log("l", 1); console.warn(); console.error("e"); console.assert(false, "a"); console.assert(true)',
    );
    expect(lines).toEqual([
      { level: 'debug', message: 'd' },
      { level: 'info', message: 'l 1' },
      { level: 'warn', message: '' },
      { level: 'error', message: 'e' },
      { level: 'error', message: 'assertion failed a' },
    ]);
  });

  test('shows values without asking them', async () => {
    const value =
      '{ text: "t", list: [1, null, undefined, 2n], deep: { a: { b: { c: 1 } } }, f() {}, s: Symbol(), get g() { return 1 }, p: new Proxy({}, {}), e: new TypeError("x"), many: Array.from({ length: 30 }, (_, i) => i), l: { m: { n: [1] } } }';
    expect(await logged(`console.log(${value})`)).toEqual([
      {
        level: 'info',
        message:
          '{text: "t", list: [1, null, undefined, 2n], deep: {a: {b: {…}}}, f: [function], s: [symbol], g: [getter], p: [proxy], e: TypeError: x, many: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, …], l: {m: {n: […]}}}',
      },
    ]);
  });

  test('is clipped at 8 KiB', async () => {
    const [line] = await logged('console.log("x".repeat(1e6))');
    expect(line?.message).toHaveLength(8 * 1024 + 1);
  });

  test('beyond 1,000 at once is dropped and counted', async () => {
    const lines: LogLine[] = [];
    let now = 0;
    const cell = await start(
      'a: () => { for (let i = 0; i < 5000; i += 1) console.log("x"); return 1 }, b: () => { console.log("later"); return 1 }',
      {
        now: () => now,
        onLog: (line) => lines.push(line),
      },
    );
    await cell.call('test', 'a', {});
    now = 1_000;
    await cell.call('test', 'b', {});
    expect(lines.length).toBe(1_002);
    expect(lines.slice(-2)).toEqual([
      { level: 'warn', message: '4000 lines dropped' },
      { level: 'info', message: 'later' },
    ]);
  });

  test('that cannot be kept hurts nobody', async () => {
    const warned = jest.spyOn(process, 'emitWarning').mockReturnValue();
    const onLog = (): void => {
      throw new Error('disk full');
    };
    const cell = await start('a: () => { console.log("x"); return 1 }', { onLog });
    await expect(cell.call('test', 'a', {})).resolves.toBe(1);
    expect(warned).toHaveBeenCalledWith('Error: disk full');
  });

  test('comes from the context with its fields', async () => {
    const lines: LogLine[] = [];
    const script = `module.exports = { type: 'broker', activate: ({ log }) => { log.info('hello', { rows: 3 }); log.warn('w'); log.error('e', { f() {}, nan: NaN, get g() { return 1 }, ok: true, long: 'x'.repeat(5000) }); log.debug({ a: 1 }, 'no fields'); return {} } }`;
    const cell = await startCell(script, { onLog: (line) => lines.push(line) });
    await cell.kill();
    expect(lines).toEqual([
      { level: 'info', message: 'hello', fields: { rows: 3 } },
      { level: 'warn', message: 'w' },
      { level: 'error', message: 'e', fields: { ok: true, long: 'x'.repeat(1_024) } },
      { level: 'debug', message: '{a: 1}' },
    ]);
  });
});
