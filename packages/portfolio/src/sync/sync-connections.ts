import { syncConnection } from './sync-connection.js';
import type { ConnectionSync } from './sync-events.js';
import type { SyncOptions } from './sync-options.js';

/** Connections that are synced side by side: what they do is mostly waiting, and each has a process. */
const SIDE_BY_SIDE = 20;

/**
 * Brings connections up to date side by side; what goes wrong with one is part of its answer and hurts no other. Rates
 * come last, since they are read as far as the records have a use for them.
 *
 * @returns in the order of `ids`
 * @throws what aborted the signal; what was stored until then stays
 */
export async function syncConnections(
  ids: readonly string[],
  options: SyncOptions,
): Promise<ConnectionSync[]> {
  const results = new Map<string, ConnectionSync>();
  const isOfRates = (id: string): boolean => options.connections.get(id).services.includes('rates');
  for (const group of [ids.filter((id) => !isOfRates(id)), ids.filter(isOfRates)])
    await forEachOf(group, async (id) => void results.set(id, await syncConnection(id, options)));
  return ids.flatMap((id) => results.get(id) ?? []);
}

/** Does the same with each, so many at once. */
async function forEachOf(ids: readonly string[], work: (id: string) => Promise<void>): Promise<void> {
  const left = [...ids];
  const worker = async (): Promise<void> => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) await work(id);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
}
