import type { ConnectionSummary, NormalizedManifest } from '@bourse/core';
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

/** Logs a connection in, so that it has started by the time of its sync; what is wrong with it shows there. */
export async function warmUp({ manager, signal }: Session, { id }: ConnectionSummary): Promise<void> {
  try {
    await manager.connections.use(id, async () => undefined, { signal });
  } catch {
    signal.throwIfAborted();
  }
}

/** The origins that a plugin reaches. */
export function originsOf(manifest: NormalizedManifest | undefined): ReadonlySet<string> {
  const network = manifest?.dialect === 'bourse' ? (manifest.network ?? []) : [];
  return new Set(network.map(({ origin }) => origin));
}
