import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SNAPSHOT_SIGNAL } from '../snapshot-guest.ts';
import type { Finds } from './finds.ts';
import { textsOf } from './heap-snapshot.ts';
import { searchProcess } from './process-memory.ts';

const PATIENCE_MS = 45_000;

/** Looks through the heap of a cell, as it writes it down itself, and through all of its memory as it stands. */
export async function searchCell(
  pid: number,
  { folder, heap, memory }: { folder: string; heap: Finds; memory: Finds },
): Promise<void> {
  // Before the cell works on its own memory.
  searchProcess(pid, memory);
  const path = join(folder, `${pid}.heapsnapshot`);
  process.kill(pid, SNAPSHOT_SIGNAL);
  for (const until = Date.now() + PATIENCE_MS; !existsSync(path); await wait(50))
    if (Date.now() > until) throw new Error(`process ${pid} did not write its heap down`);
  const texts = textsOf(readFileSync(path, 'utf8'));
  rmSync(path);
  heap.search(Buffer.from(texts.join('\n')));
}
