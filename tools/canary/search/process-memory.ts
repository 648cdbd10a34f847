import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Finds } from './finds.ts';

const CHUNK = 8 * 1024 * 1024;

interface Region {
  readonly from: number;
  readonly to: number;
}

/**
 * Looks through everything that a process can write to: heaps, stacks, buffers.
 *
 * @throws Error for memory that cannot be read: what was not looked at says nothing
 */
export function searchProcess(pid: number, finds: Finds): void {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const region of writableRegions(pid)) searchRegion({ pid, memory }, region, finds);
  } finally {
    closeSync(memory);
  }
}

function writableRegions(pid: number): Region[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line): Region[] => {
      const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      return from === '' ? [] : [{ from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) }];
    });
}

function searchRegion({ pid, memory }: { pid: number; memory: number }, region: Region, finds: Finds): void {
  const { from, to } = region;
  const chunk = Buffer.alloc(Math.min(CHUNK, to - from));
  for (let at = from; at < to; at += CHUNK - finds.overlap) {
    const count = readAt(memory, chunk, { at, length: Math.min(chunk.length, to - at) });
    if (count === undefined && isThere(pid, region))
      throw new Error(`memory of process ${pid} at ${at.toString(16)} cannot be read`);
    finds.search(chunk.subarray(0, count ?? 0));
  }
}

function readAt(
  memory: number,
  chunk: Buffer,
  { at, length }: { at: number; length: number },
): number | undefined {
  try {
    return readSync(memory, chunk, 0, length, at);
  } catch {
    return undefined;
  }
}

/** A process that works gives memory back while it is looked at. */
function isThere(pid: number, { from, to }: Region): boolean {
  return writableRegions(pid).some((region) => region.from === from && region.to === to);
}
