import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What was made longer ago is made anew; otherwise each build of the core would leave its answers behind for ever. */
const KEPT_MS = 3 * 24 * 60 * 60 * 1_000;

/** Removes what was made long ago from a cache, whose folders hold one entry for each key. */
export function pruneCache(cache: string, now: number): void {
  if (!existsSync(cache)) return;
  for (const kind of readdirSync(cache))
    for (const entry of readdirSync(join(cache, kind))) {
      const path = join(cache, kind, entry);
      const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
      if (now - made > KEPT_MS) rmSync(path, { recursive: true, force: true });
    }
}
