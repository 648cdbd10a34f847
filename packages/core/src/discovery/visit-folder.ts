import { basename } from 'node:path';
import { error } from '../manifest/finding.js';
import { FolderFiles } from '../manifest/folder-files.js';
import type { PluginFiles } from '../manifest/plugin-files.js';
import { ReadOnce } from '../manifest/read-once.js';
import { isSettled, recall, toLookups, type CachedFolder, type DiscoveryCache } from './discovery-cache.js';
import { inspectFolder, mentionsBourse, type Inspect } from './inspect-folder.js';
import type { PluginSource } from './plugin-source.js';

export interface VisitOptions {
  readonly inspect: Inspect;
  readonly cache: DiscoveryCache;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What a folder holds now. */
export interface Visit {
  readonly candidate: CachedFolder['candidate'];
  /** What the next discovery may rely on; absent when the folder has to be read again. */
  readonly cached?: CachedFolder;
}

/** Finds out what a folder holds: from the cache where nothing has changed, else by reading its manifest. */
export function visitFolder(root: string, kind: PluginSource['kind'], options: VisitOptions): Visit {
  const folder = new FolderFiles(root);
  const known = recall(options.cache, root, folder);
  if (known !== undefined) return { candidate: known.candidate, cached: known };
  const files = new ReadOnce(folder);
  const isOther = kind === 'installed' && !mentionsBourse(files);
  const candidate = isOther ? null : inspectSafely(root, files, options.inspect);
  const lookups = toLookups(files.readings);
  const now = options.now();
  if (lookups === undefined || !lookups.every((lookup) => isSettled(lookup, now))) return { candidate };
  return { candidate, cached: { lookups, candidate } };
}

/** One plugin must not keep the host from finding the others, whatever it holds. */
function inspectSafely(root: string, files: PluginFiles, inspect: Inspect): Visit['candidate'] {
  try {
    return inspectFolder(root, files, inspect) ?? null;
  } catch (thrown) {
    const findings = [
      error('INTERNAL_ERROR', `The plugin cannot be inspected: ${String(thrown)}.`, { file: root }),
    ];
    return { root, name: basename(root), findings };
  }
}
