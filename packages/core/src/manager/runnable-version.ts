import type { ServedVersion } from './catalog-entry.js';
import type { PluginCatalog } from './plugin-catalog.js';
import type { PluginRuntimes } from './plugin-runtimes.js';

/**
 * The version of a plugin that serves, where it may run.
 *
 * @throws ProblemError PLUGIN_UNKNOWN, and what {@link PluginRuntimes.expectRunnable} throws
 */
export function runnableVersion(
  { catalog, runtimes }: { readonly catalog: PluginCatalog; readonly runtimes: PluginRuntimes },
  pluginId: string,
): ServedVersion {
  catalog.get(pluginId);
  return catalog.servedBy(runtimes.expectRunnable(pluginId));
}
