import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import { fixturesOf } from '../trial/fixtures-of.js';

/** Why rules about the network do not concern a plugin. */
export async function withoutNetwork(plugin: CheckedPlugin): Promise<string | undefined> {
  const { network = [] } = await plugin.manifest();
  return network.length === 0 ? 'plugin.json has no "network"' : undefined;
}

/** Why rules about files do not concern a plugin. */
export async function withoutFiles(plugin: CheckedPlugin): Promise<string | undefined> {
  const files = await fixturesOf(plugin);
  return files.length === 0 ? 'no file in demo/ or fixtures/ is of a format of plugin.json' : undefined;
}

/** Why rules about bookings in lists do not concern a plugin. */
export async function withoutLists(plugin: CheckedPlugin): Promise<string | undefined> {
  const { services } = await plugin.manifest();
  const hasLists = services.some((name) => ['transaction', 'trade', 'dividend'].includes(name));
  return hasLists ? undefined : 'plugin.json has neither "transaction" nor "dividend" in "services"';
}
