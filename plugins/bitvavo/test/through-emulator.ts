import { mockHost, throughEmulator, type MockHost } from '@bourse/sdk/testing';
import { signedHeaders, type Running } from '../emulator/testing/signed-client.js';
import { plugin } from '../src/plugin.js';

const FOLDER = new URL('..', import.meta.url);
const RealWebSocket = globalThis.WebSocket;

/** The plugin in a host of the test, with the emulator behind its network. */
export function startHost(
  running: Running,
  settings: Record<string, unknown> = {},
  network = throughEmulator(running, FOLDER),
): MockHost {
  return mockHost({
    plugin,
    settings,
    connection: { id: 'c1', name: 'Bitvavo' },
    institution: 'Bitvavo',
    network,
    now: new Date(running.now()).toISOString(),
  });
}

/** Leads WebSockets to the emulator and fills the frames that authenticate. */
export function socketsThrough(running: Running, secret = running.credentials.apiSecret ?? ''): void {
  globalThis.WebSocket = class extends RealWebSocket {
    constructor(url: string | URL) {
      const { protocol, host, pathname } = new URL(url);
      super(`${running.origins[`${protocol}//${host}`] ?? ''}${pathname}`);
    }

    override send(data: string): void {
      const message = JSON.parse(data) as { readonly action: string };
      if (message.action !== 'authenticate') return super.send(data);
      const credentials = { ...running.credentials, apiSecret: secret };
      const headers = signedHeaders({ credentials, now: running.now }, '/websocket');
      const [key, timestamp, signature] = Object.values(headers);
      super.send(
        JSON.stringify({ ...message, key, signature, timestamp: Number(timestamp), window: 60_000 }),
      );
    }
  };
}

export function socketsBack(): void {
  globalThis.WebSocket = RealWebSocket;
}
