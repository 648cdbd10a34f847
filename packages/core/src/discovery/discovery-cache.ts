import { z } from 'zod';
import { isSameStamp, type FileStamp } from '../manifest/file-stamp.js';
import type { FolderFiles } from '../manifest/folder-files.js';
import type { FileReading } from '../manifest/read-file.js';
import type { PluginCandidate } from './plugin-candidate.js';

/** A file that was looked for, with its stamp, or null where it was missing. */
export type Lookup = readonly [path: string, stamp: FileStamp | null];

/** What a folder holds: a plugin, or null where it holds none. It holds true as long as its lookups give the same. */
export interface CachedFolder {
  readonly lookups: readonly Lookup[];
  readonly candidate: Omit<PluginCandidate, 'source'> | null;
}

/**
 * What was found in folders, for the next discovery. It is JSON data that the host keeps; whoever can change it can
 * change the host's other data too, so approval never relies on it and reads the package itself.
 */
export interface DiscoveryCache {
  /** Everything but files that the findings depend on. */
  readonly key: string;
  readonly folders: Readonly<Record<string, CachedFolder>>;
}

const CacheShape = z.object({ key: z.string(), folders: z.record(z.string(), z.unknown()) });

/** Timestamps of files advance in steps; within one of them a change cannot be seen. Milliseconds. */
const TIMESTAMP_STEP = 20;

/** Takes a cache as the host kept it; one that is damaged or was made under another key is empty. */
export function parseDiscoveryCache(text: string | undefined, key: string): DiscoveryCache {
  try {
    const cache: unknown = JSON.parse(text ?? 'null');
    const shape = CacheShape.safeParse(cache);
    if (shape.success && shape.data.key === key) return cache as DiscoveryCache;
  } catch {
    // A damaged cache is as good as none.
  }
  return { key, folders: {} };
}

/** What was looked for in a folder; undefined when a look failed in a way that has to be tried again. */
export function toLookups(readings: ReadonlyMap<string, FileReading>): readonly Lookup[] | undefined {
  const lookups: Lookup[] = [];
  for (const [path, reading] of readings) {
    if ('stamp' in reading) lookups.push([path, reading.stamp]);
    else if (reading.failure === 'MISSING') lookups.push([path, null]);
    else return undefined;
  }
  return lookups;
}

/** What the cache knows of a folder, if nothing in it has changed since. */
export function recall(cache: DiscoveryCache, root: string, files: FolderFiles): CachedFolder | undefined {
  const folder = Object.hasOwn(cache.folders, root) ? cache.folders[root] : undefined;
  try {
    return folder?.lookups.every((lookup) => isUnchanged(lookup, files)) === true ? folder : undefined;
  } catch {
    // A damaged entry is as good as none.
    return undefined;
  }
}

function isUnchanged([path, stamp]: Lookup, files: FolderFiles): boolean {
  const seen = files.look(path);
  if (stamp === null) return seen === 'MISSING';
  return typeof seen !== 'string' && isSameStamp(stamp, seen);
}

/**
 * Tells whether a change after the look at `now` (milliseconds since 1970) would change the stamp. Right after a change
 * another one may leave the same stamp.
 */
export function isSettled([, stamp]: Lookup, now: number): boolean {
  return stamp === null || Math.max(stamp[0], stamp[1]) < now - TIMESTAMP_STEP;
}
