import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

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
  return listPids().flatMap((pid) => {
    const row = findProcess(pid);
    return row?.parent === parent ? [row] : [];
  });
}

/** Bytes that a process has in RAM; 0 when it is gone. */
export function rssOf(pid: number): number {
  return Number(read(`/proc/${pid}/statm`)?.split(' ')[1] ?? 0) * PAGE_BYTES;
}

/** Whether a process runs in a namespace of this machine under this folder. */
export function workingFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function listPids(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
