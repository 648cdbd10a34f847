import { readFileSync } from 'node:fs';
import { PortalClient } from '../emulator/portal/testing/portal-client.js';

type Value = string | { readonly credential?: string };

interface Manifest {
  readonly network: readonly {
    origin: string;
    methods: readonly string[];
    paths: readonly string[];
    scheme?: string;
  }[];
  readonly schemes: Readonly<Record<string, { place: readonly { query?: string; value: Value }[] }>>;
}

/** What stands in for the gateway of a development connection. */
export interface TestGateway {
  readonly origins: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, string>>;
  now(): number;
}

const PORTAL = 'https://api.ibkr.com';
const BASE = '/v1/api';

const manifest = JSON.parse(readFileSync(new URL('../plugin.json', import.meta.url), 'utf8')) as Manifest;
const realFetch = globalThis.fetch;

/**
 * Makes `fetch` do what the host does: find the permission, put the credentials into the query or sign, and lead the
 * request to the emulator.
 *
 * @returns what takes it back
 */
export function installGateway({ origins, credentials, now }: TestGateway): () => void {
  const client = new PortalClient({ baseUrl: origins[PORTAL] ?? '', credentials, now, fetch: realFetch });
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    const asked = url.hostname === 'localhost' ? `loopback:${url.port}` : url.origin;
    const permission = manifest.network.find(
      ({ origin, methods, paths }) =>
        origin === asked &&
        methods.includes(init?.method ?? 'GET') &&
        paths.some((path) => fits(path, url.pathname)),
    );
    if (permission === undefined) throw new TypeError(`no permission for ${url.origin}${url.pathname}`);
    if (url.origin === PORTAL) return askPortal(client, url, init);
    for (const { query, value } of manifest.schemes[permission.scheme ?? '']?.place ?? []) {
      const name = typeof value === 'string' ? '' : (value.credential ?? '');
      if (query === undefined || url.searchParams.has(query)) throw new TypeError(`cannot place ${name}`);
      url.searchParams.append(query, credentials[name] ?? '');
    }
    return realFetch(`${origins[asked] ?? ''}${url.pathname}${url.search}`, init);
  };
  return () => {
    globalThis.fetch = realFetch;
  };
}

function fits(pattern: string, path: string): boolean {
  const [wanted, found] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === found.length &&
    wanted.every((segment, index) => segment === '*' || segment === found[index])
  );
}

/** Signed by a client of the emulator's own; that the manifest's recipes do the same is tested with the real gateway. */
function askPortal(client: PortalClient, url: URL, init?: RequestInit): Promise<Response> {
  const path = url.pathname.slice(BASE.length);
  if (path !== '/oauth/live_session_token') {
    const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    return client.ask(init?.method ?? 'GET', `${path}${url.search}`, body);
  }
  return client.requestToken();
}
