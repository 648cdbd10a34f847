import { readFileSync } from 'node:fs';
import { mockHost, type MockHost, type RecordedRequest, type ScriptedAnswer } from '@bourse/sdk/testing';
import { signedHeaders, type Running } from '../emulator/testing/signed-client.js';
import { plugin } from '../src/plugin.js';

interface Permission {
  readonly origin: string;
  readonly paths: readonly string[];
  readonly scheme?: string;
}

const manifest = JSON.parse(readFileSync(new URL('../plugin.json', import.meta.url), 'utf8')) as {
  readonly network: readonly Permission[];
};
const realFetch = globalThis.fetch;
const RealWebSocket = globalThis.WebSocket;

/**
 * Does what the manifest says that the host does, in a few lines of its own: other addresses, and signatures where they
 * are declared. That the recipes of the manifest do the same is tested with the host's own gateway elsewhere.
 */
export function networkOf(running: Running): (request: RecordedRequest) => Promise<ScriptedAnswer> {
  return async ({ method, url }) => {
    const { scheme } = permissionFor(url);
    const below = url.pathname.slice('/v2'.length) + url.search;
    // A connection that is kept may be gone while the clock of the test stands still.
    const headers = { connection: 'close', ...(scheme === undefined ? {} : signedHeaders(running, below)) };
    const target = `${running.origins[url.origin] ?? ''}${url.pathname}${url.search}`;
    const answer = await realFetch(target, { method, headers });
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: await answer.text(),
    };
  };
}

/** The plugin in a host of the test, with the emulator behind its network. */
export function startHost(
  running: Running,
  settings: Record<string, unknown> = {},
  network = networkOf(running),
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

function permissionFor({ origin, pathname }: URL): Permission {
  const found = manifest.network.find(
    (permission) =>
      permission.origin === origin && permission.paths.some((path) => fits(path.split('/'), pathname)),
  );
  if (found === undefined) throw new Error(`The manifest does not name ${origin}${pathname}`);
  return found;
}

function fits(wanted: readonly string[], path: string): boolean {
  const segments = path.split('/');
  return (
    wanted.length === segments.length && wanted.every((one, index) => one === '*' || one === segments[index])
  );
}
