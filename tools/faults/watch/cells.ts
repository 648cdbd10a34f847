import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { findProcess } from '../../security/watch/process-table.ts';

const LOOK_MS = 10;

/** Milliseconds of a processor after which a process must be in a loop, and how long that may take. */
const BUSY_CPU_MS = 50;
const BUSY_PATIENCE_MS = 10_000;

/** The living processes that a host has started itself. */
export function cellsOf(host: number): number[] {
  const children = readFileSync(`/proc/${host}/task/${host}/children`, 'latin1');
  return children
    .split(' ')
    .map(Number)
    .filter((pid) => pid > 0 && findProcess(pid) !== undefined);
}

/** All living processes with this text on their command line, whoever their parent is now. */
export function findByCommand(text: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter(
      (pid) => Number.isInteger(pid) && commandOf(pid).includes(text) && findProcess(pid) !== undefined,
    );
}

/** Looks until something holds, and tells whether it did in time. */
export async function comesTrue(holds: () => boolean, patienceMs: number): Promise<boolean> {
  const until = performance.now() + patienceMs;
  while (!holds()) {
    if (performance.now() > until) return false;
    await wait(LOOK_MS);
  }
  return true;
}

/** Waits until a process computes. @throws Error where it does not begin to */
export async function expectBusy(pid: number): Promise<void> {
  const before = cpuMsOf(pid);
  if (!(await comesTrue(() => cpuMsOf(pid) >= before + BUSY_CPU_MS, BUSY_PATIENCE_MS))) {
    throw new Error(`process ${pid} does not compute`);
  }
}

function cpuMsOf(pid: number): number {
  return findProcess(pid)?.cpuMs ?? 0;
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}
