import { readFileSync } from 'node:fs';

/** Bytes of a page of memory and ticks of a second, as every Linux that Node runs on has them. */
const PAGE_BYTES = 4096;
const TICKS_PER_SECOND = 100;

/** Bytes of memory that a process has in RAM; undefined where the system has no /proc, or the process is gone. */
export function readRss(pid: number): number | undefined {
  const pages = read(`/proc/${pid}/statm`)?.split(' ')[1];
  return pages === undefined ? undefined : Number(pages) * PAGE_BYTES;
}

/** Milliseconds of CPU time that a process has used. */
export function readCpuMs(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`);
  // The name of the program stands in brackets and may hold anything; the fields after it are 3, 4, …
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined) return undefined;
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND) * 1_000;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
