/** The nine named types of plugins. */
export const PLUGIN_TYPES = [
  'broker',
  'data-provider',
  'indicator',
  'strategy',
  'risk',
  'aggregator',
  'middleware',
  'view',
  'utility',
] as const;

/** One of {@link PLUGIN_TYPES}. */
export type PluginType = (typeof PLUGIN_TYPES)[number];

/** The types whose services are part of the contract, so that plugins of that type can run. */
export const SERVED_PLUGIN_TYPES: readonly PluginType[] = ['broker', 'data-provider'];

/** The contract version that added a type; the others have been there from the beginning. */
export const PLUGIN_TYPES_SINCE: Readonly<Partial<Record<PluginType, string>>> = { 'data-provider': '1.1.0' };
