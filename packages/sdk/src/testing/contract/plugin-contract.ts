import type { Connection } from '@bourse/core/interfaces';
import type { BrokerPlugin, DataProviderPlugin } from '../mock-host.js';
import type { NetworkScript } from '../scripted-network.js';

/** A plugin of any type and what it is tested with. */
export interface PluginContract {
  readonly plugin: BrokerPlugin | DataProviderPlugin;
  /** The folder of package.json and plugin.json. */
  readonly folder: URL | string;
  /** Settings that differ from their defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The connection that lists are asked with. */
  readonly connection?: Connection;
  /** Answers what the plugin asks the network for; each case begins it anew. */
  readonly network?: NetworkScript;
  /** What the plugin finds in its storage; without it the plugin has none. */
  readonly storage?: Readonly<Record<string, unknown>>;
  /** The instant at which the clock stands. */
  readonly now?: string;
}
