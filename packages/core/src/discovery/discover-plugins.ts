import type { Finding } from '../manifest/finding.js';
import { compareCandidates } from './compare-candidates.js';
import type { CachedFolder, DiscoveryCache } from './discovery-cache.js';
import { listFolders, realFolder } from './list-folders.js';
import type { PluginCandidate } from './plugin-candidate.js';
import type { PluginSource } from './plugin-source.js';
import { visitFolder, type Visit, type VisitOptions } from './visit-folder.js';

export interface DiscoveryOptions extends VisitOptions {
  /** Where to look, in this order. */
  readonly sources: readonly PluginSource[];
}

/** What the sources hold. */
export interface Discovery {
  readonly candidates: readonly PluginCandidate[];
  /** About sources that cannot be read. */
  readonly findings: readonly Finding[];
  /** For the next discovery; the very object that was given when nothing has changed. */
  readonly cache: DiscoveryCache;
}

/**
 * Lists the plugins of all sources without running anything of them. Two paths to one real folder are one plugin, of the
 * first source. A plugin that cannot be read is listed with the reason and stops nothing.
 */
export function discoverPlugins(options: DiscoveryOptions): Discovery {
  const visits = new Map<string, Visit>();
  const candidates: PluginCandidate[] = [];
  const findings: Finding[] = [];
  const visit = (root: string, source: PluginSource): boolean => {
    const known = visits.get(root);
    if (known !== undefined) return known.candidate !== null;
    const found = visitFolder(root, source.kind, options);
    visits.set(root, found);
    if (found.candidate !== null) candidates.push({ ...found.candidate, source });
    return found.candidate !== null;
  };
  for (const source of options.sources) {
    const named = source.kind === 'named' ? realFolder(source.path) : undefined;
    if (named !== undefined && visit(named, source)) continue;
    const listing = listFolders(source);
    findings.push(...listing.findings);
    for (const root of listing.folders) visit(root, source);
  }
  return { candidates: compareCandidates(candidates), findings, cache: nextCache(visits, options.cache) };
}

function nextCache(visits: ReadonlyMap<string, Visit>, cache: DiscoveryCache): DiscoveryCache {
  const folders: Record<string, CachedFolder> = {};
  for (const [root, { cached }] of visits) if (cached !== undefined) folders[root] = cached;
  const roots = Object.keys(folders);
  const isSame =
    roots.length === Object.keys(cache.folders).length &&
    roots.every((root) => folders[root] === cache.folders[root]);
  return isSame ? cache : { key: cache.key, folders };
}
