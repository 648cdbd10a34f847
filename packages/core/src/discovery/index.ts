/** Where plugins can come from, and what lies there. */
export { discoverPlugins } from './discover-plugins.js';
export { parseDiscoveryCache } from './discovery-cache.js';
export type { DiscoveryCache } from './discovery-cache.js';
export type { PluginCandidate } from './plugin-candidate.js';
export { systemPluginFolder } from './plugin-source.js';
export type { PluginSource } from './plugin-source.js';
