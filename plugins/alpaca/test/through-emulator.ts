import { mockHost, type MockHost } from '@bourse/sdk/testing';
import { keyHeaders, type RunningAlpaca } from '../emulator/testing/keyed-client.js';
import { plugin } from '../src/plugin.js';

const REAL = { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket };

/** What the host's gateway does, as far as tests of the plugin need it: other addresses, and the keys. */
export function goThrough(running: RunningAlpaca, keys: Record<string, string> = keyHeaders(running)): void {
  globalThis.fetch = (input, init) => {
    const { url } = new Request(input);
    return REAL.fetch(toLoopback(running, url), { ...init, headers: { ...init?.headers, ...keys } });
  };
  globalThis.WebSocket = class extends REAL.WebSocket {
    constructor(url: string | URL) {
      const options: unknown = { headers: keys };
      super(toLoopback(running, String(url)), options as string[]);
    }
  };
}

export function goBack(): void {
  Object.assign(globalThis, REAL);
}

export function startHost(running: RunningAlpaca, settings: Record<string, unknown> = {}): MockHost {
  return mockHost({
    plugin,
    settings,
    connection: { id: 'c1', name: 'Alpaca' },
    institution: 'Alpaca',
    now: new Date(running.now()).toISOString(),
  });
}

function toLoopback({ origins }: RunningAlpaca, url: string): string {
  const { origin, protocol, host, pathname, search } = new URL(url);
  const base = origins[origin === 'null' ? `${protocol}//${host}` : origin];
  if (base === undefined) throw new Error(`The manifest does not name ${url}`);
  return base + pathname + search;
}
