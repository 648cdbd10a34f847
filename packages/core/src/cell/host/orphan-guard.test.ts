import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bundleProgram } from '../../testing/bundle-program.js';
import { buildGuest } from '../fixtures/build-guest.js';
import type { CellInternals } from './cell-options.js';

const GUEST = fileURLToPath(new URL('../../../dist/guest/guest.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'orphan-'));
const program = join(folder, 'host.mjs');

beforeAll(async () => {
  buildGuest();
  await bundleProgram(new URL('../fixtures/orphan-host.ts', import.meta.url), program);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts a host that starts a cell, and waits until the cell works. */
async function startHost(
  act: 'loop' | 'exit' | 'end' | 'wait',
  internals: CellInternals = {},
): Promise<{ host: ChildProcess; cellPid: number }> {
  const host = spawn(process.execPath, [program, act, GUEST, JSON.stringify(internals)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await new Promise<string>((resolve) =>
    host.stdout.once('data', (text: Buffer) => resolve(text.toString())),
  );
  return { host, cellPid: Number(said) };
}

/** A process that has ended may be left over until somebody asks for its exit code: state Z. */
function isAlive(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return false;
  }
}

async function goneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  while (isAlive(pid) && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
  return !isAlive(pid);
}

describe('a cell whose host is killed', () => {
  test.each([
    ['by the kernel', {}],
    ['by the reaper where the kernel does not', { reaper: true }],
  ])('is ended %s, even while it loops', async (_title, internals) => {
    const { host, cellPid } = await startHost('loop', internals);
    expect(isAlive(cellPid)).toBe(true);
    host.kill('SIGKILL');
    await expect(goneWithin(cellPid, 5_000)).resolves.toBe(true);
  });

  test('ends by itself when it listens', async () => {
    const { host, cellPid } = await startHost('wait', { belts: { orphanGuard: false } });
    host.kill('SIGKILL');
    await expect(goneWithin(cellPid, 5_000)).resolves.toBe(true);
  });

  test('lives on without the guard', async () => {
    const { host, cellPid } = await startHost('loop', { belts: { orphanGuard: false } });
    host.kill('SIGKILL');
    await new Promise((resolve) => host.once('exit', resolve));
    await expect(goneWithin(cellPid, 500)).resolves.toBe(false);
    process.kill(cellPid, 'SIGKILL');
  });
});

describe('a host', () => {
  test.each(['loop', 'end'] as const)('that ends while its cell is to %s takes it along', async (act) => {
    const { host, cellPid } = await startHost(act === 'loop' ? 'exit' : 'end', {
      belts: { orphanGuard: false },
    });
    const code = await new Promise((resolve) => host.once('exit', resolve));
    expect(code).toBe(0);
    await expect(goneWithin(cellPid, 5_000)).resolves.toBe(true);
  });
});
