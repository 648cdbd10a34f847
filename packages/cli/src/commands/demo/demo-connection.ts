import type { ConnectionSummary, NormalizedManifest } from '@bourse/core';
import { DEFAULT_ACCOUNT_ID } from '@bourse/core/interfaces';
import type { Session } from '../../host/session.js';
import type { DemoEmulator } from './demo-emulators.js';

/**
 * Connects a plugin with what stands in for its institution on this machine.
 *
 * @returns undefined for a plugin that does not reach the network
 */
export async function connectDemo(
  { manager }: Session,
  { name, origins, credentials }: DemoEmulator,
): Promise<ConnectionSummary | undefined> {
  const reached = originsOf(manager.info(name).manifest);
  if (reached.size === 0) return undefined;
  const leading = Object.entries(origins).filter(([origin]) => reached.has(origin));
  return manager.connections.add({ plugin: name, credentials, origins: Object.fromEntries(leading) });
}

/**
 * The account of a connection that has a single one: a statement that names no account is of this one. It is the first that is
 * listed; what is wrong with the connection shows when it is synced.
 */
export async function onlyAccountOf(
  { manager, signal }: Session,
  { id }: ConnectionSummary,
): Promise<string | undefined> {
  try {
    return await manager.connections.use(
      id,
      async (open) => {
        const [list] = open.lists;
        const ids: string[] = [];
        if (list === undefined) return undefined;
        const since = list.isSnapshot ? undefined : new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
        for await (const { accounts } of open.read(list, { signal, since }).parts())
          ids.push(...accounts.map((account) => account.id));
        return ids.length === 1 && ids[0] !== DEFAULT_ACCOUNT_ID ? ids[0] : undefined;
      },
      { signal },
    );
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** The origins that a plugin reaches. */
export function originsOf(manifest: NormalizedManifest | undefined): ReadonlySet<string> {
  const network = manifest?.dialect === 'bourse' ? (manifest.network ?? []) : [];
  return new Set(network.map(({ origin }) => origin));
}
