import { mockHost, throughEmulator, type MockHost } from '@bourse/sdk/testing';
import type { emulator } from '../emulator/index.js';
import { plugin } from '../src/plugin.js';

export type Running = Awaited<ReturnType<typeof emulator.start>>;

/** What the host does with a request: what plugin.json allows, what it places into it, and another address. */
export function networkOf(running: Running): ReturnType<typeof throughEmulator> {
  return throughEmulator(running, new URL('..', import.meta.url));
}

/** The plugin in a host of the test, with the emulator behind its network. */
export function startHost(running: Running): MockHost {
  return mockHost({
    plugin,
    connection: { id: 'c1', name: 'main account' },
    network: networkOf(running),
    now: new Date(running.now()).toISOString(),
  });
}
