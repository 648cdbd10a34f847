import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Finds } from './finds.ts';

const CHUNK = 8 * 1024 * 1024;

/** Looks through everything that a process can write to: heaps, stacks, buffers. */
export function searchProcess(pid: number, finds: Finds): void {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  try {
    for (const [from, to] of writableRegions(pid)) searchRegion(memory, { from, to }, finds);
  } finally {
    closeSync(memory);
  }
}

function writableRegions(pid: number): [from: number, to: number][] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line): [number, number][] => {
      const [, from = '', to = ''] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
      return from === '' ? [] : [[Number.parseInt(from, 16), Number.parseInt(to, 16)]];
    });
}

function searchRegion(memory: number, { from, to }: { from: number; to: number }, finds: Finds): void {
  const chunk = Buffer.alloc(Math.min(CHUNK, to - from));
  for (let at = from; at < to; at += CHUNK - finds.overlap) {
    const count = readAt(memory, chunk, { at, length: Math.min(chunk.length, to - at) });
    finds.search(chunk.subarray(0, count));
  }
}

/** Pages that were never used, or belong to the kernel, cannot be read. */
function readAt(memory: number, chunk: Buffer, { at, length }: { at: number; length: number }): number {
  try {
    return readSync(memory, chunk, 0, length, at);
  } catch {
    return 0;
  }
}
