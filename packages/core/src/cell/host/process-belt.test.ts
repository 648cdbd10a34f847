import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { buildGuest } from '../fixtures/build-guest.js';
import { Evaluator } from '../fixtures/evaluator.js';
import type { Belts } from './belts.js';
import type { CellOptions } from './cell-options.js';

beforeAll(buildGuest);

const evaluators: Evaluator[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(evaluators.splice(0).map(({ cell }) => cell.kill()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A cell whose realm has leaked altogether, with further belts off. */
async function leaked(belts: Partial<Belts> = {}, options: Partial<CellOptions> = {}): Promise<Evaluator> {
  const evaluator = await Evaluator.start({ ...options, internals: { belts: { realm: false, ...belts } } });
  evaluators.push(evaluator);
  return evaluator;
}

function freshPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cell-'));
  folders.push(folder);
  return join(folder, 'written');
}

const code = (expression: string): string =>
  `(async () => { try { return ['got', typeof (await (${expression}))] } catch (error) { return error.code ?? error.message } })()`;
const builtin = (name: string): string => `process.getBuiltinModule('node:${name}')`;

describe('a process whose realm has leaked', () => {
  test('loads no module', async () => {
    const { value } = bound(await leaked());
    await expect(value(code('import("node:fs")'))).resolves.toBe('a cell loads no modules (node:fs)');
    await expect(value(code(`new Function('return import("node:sqlite")')()`))).resolves.toMatch(
      /^a cell loads no modules/,
    );
    await expect(
      value('typeof process.getBuiltinModule + typeof require + typeof process.mainModule'),
    ).resolves.toBe('undefinedundefinedundefined');
  });

  test('does not get at the inspector that profiles it', async () => {
    const { value } = bound(await leaked({}, { profile: freshPath() }));
    await expect(value(code('import("node:inspector")'))).resolves.toBe(
      'a cell loads no modules (node:inspector)',
    );
    await expect(value('typeof process.getBuiltinModule')).resolves.toBe('undefined');
  });

  test('reaches no other process and no binding', async () => {
    const { value } = bound(await leaked());
    const names = `['kill', '_kill', 'binding', '_linkedBinding', 'dlopen', 'execve', '_debugProcess', 'abort', 'setuid', 'report', '_getActiveHandles', 'stdout']`;
    await expect(value(`${names}.filter((name) => process[name] !== undefined)`)).resolves.toEqual([]);
  });

  test('knows nothing of its host', async () => {
    const { value } = bound(await leaked());
    await expect(value('({ ...process.env })')).resolves.toEqual({ TZ: 'UTC', LANG: 'C' });
    await expect(value('process.cwd()')).resolves.toBe('/');
  });

  test('connects to nothing', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    let connections = 0;
    server.on('connection', () => (connections += 1));
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const { value } = bound(await leaked());
    await expect(
      value(
        `fetch('http://127.0.0.1:${port}').then(() => 'got', (e) => e.cause?.code ?? e.code ?? e.message)`,
      ),
    ).resolves.toBe('ERR_ACCESS_DENIED');
    const withModules = bound(await leaked({ powers: false }));
    await withModules.value(code(`${builtin('net')}.connect(${port}, '127.0.0.1').on('error', () => 0)`));
    expect(connections).toBe(0);
    server.close();
  });
});

describe('a process whose realm has leaked and that still loads modules', () => {
  test.each([
    ['writes no file', 'fs', `.writeFileSync('/tmp/x', 'x')`],
    ['reads no file', 'fs', `.readFileSync('/etc/passwd')`],
    ['lists no folder', 'fs', `.readdirSync('/')`],
    ['starts no process', 'child_process', `.spawnSync('/bin/true')`],
    ['starts no worker', 'worker_threads', '.Worker("0", { eval: true })'],
    ['opens no inspector', 'inspector', '.open(0)'],
  ])('%s', async (_title, name, use) => {
    const { value } = bound(await leaked({ powers: false }));
    const call =
      name === 'worker_threads'
        ? `new (${builtin(name)}.Worker)('0', { eval: true })`
        : `${builtin(name)}${use}`;
    await expect(value(code(call))).resolves.toBe('ERR_ACCESS_DENIED');
  });

  test('has node:sqlite and signals, which is why modules are refused', async () => {
    const { value } = bound(await leaked({ powers: false }));
    await expect(value(`typeof ${builtin('sqlite')}.DatabaseSync + typeof process.kill`)).resolves.toBe(
      'functionfunction',
    );
  });

  test('writes files once nothing is denied any more', async () => {
    const path = freshPath();
    const { value } = bound(await leaked({ powers: false, permission: false }));
    await value(`${builtin('fs')}.writeFileSync(${JSON.stringify(path)}, 'x')`);
    expect(existsSync(path)).toBe(true);
  });

  test('cannot answer for the host what was not asked', async () => {
    const { cell } = await leaked({ powers: false });
    const forged = JSON.stringify({ type: 'result', id: 999, value: {} });
    const frame = `Buffer.concat([Buffer.from([0, 0, 0, ${forged.length}, 0]), Buffer.from(${JSON.stringify(forged)})])`;
    const call = cell.call('test', 'run', { code: `${builtin('fs')}.writeSync(4, ${frame})` });
    await expect(call).rejects.toMatchObject({ code: 'CELL_PROTOCOL_VIOLATION' });
  });
});

function bound(evaluator: Evaluator): { value: (expression: string) => Promise<unknown> } {
  return { value: (expression) => evaluator.value(expression) };
}
