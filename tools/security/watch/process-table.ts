import { readdirSync, readFileSync } from 'node:fs';

/** One process as the system shows it. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  /** A letter of the kernel: `R` runs, `S` sleeps, `Z` is dead and was not reaped. */
  readonly state: string;
  readonly nice: number;
  readonly cpuMs: number;
}

const TICK_MS = 10;
const PAGE_BYTES = 4096;

/** A process that lives; undefined for one that is gone or dead. */
export function findProcess(pid: number): ProcessRow | undefined {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The name stands in brackets and may hold anything; the fields after it are 3, 4, …
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state = 'Z', parent] = fields;
  if (state === 'Z' || state === 'X') return undefined;
  const cpuMs = (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  return { pid, parent: Number(parent), state, nice: Number(fields[16]), cpuMs };
}

/** The living children of a process. */
export function childrenOf(parent: number): ProcessRow[] {
  return listCandidates(parent).flatMap((pid) => {
    const row = findProcess(pid);
    return row?.parent === parent ? [row] : [];
  });
}

/** Bytes that a process has in RAM; 0 when it is gone. */
export function rssOf(pid: number): number {
  return Number(read(`/proc/${pid}/statm`)?.split(' ')[1] ?? 0) * PAGE_BYTES;
}

/** Most kernels name the children of a thread, and Node starts processes in its first one; else everything is looked at. */
function listCandidates(parent: number): number[] {
  const children = read(`/proc/${parent}/task/${parent}/children`);
  const names = children === undefined ? readdirSync('/proc') : children.trim().split(' ');
  return names.map(Number).filter((pid) => Number.isInteger(pid) && pid > 0);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
