import { readFileSync } from 'node:fs';

type Value = string | { readonly credential?: string };

interface Manifest {
  readonly network: readonly { origin: string; paths: readonly string[]; scheme: string }[];
  readonly schemes: Readonly<Record<string, { place: readonly { query?: string; value: Value }[] }>>;
}

/** What stands in for the gateway of a development connection. */
export interface TestGateway {
  readonly origins: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync(new URL('../plugin.json', import.meta.url), 'utf8')) as Manifest;
const realFetch = globalThis.fetch;

/**
 * Makes `fetch` do what the host does for requests of the Flex web service: find the permission, put the credentials
 * into the query, and lead the request to the emulator.
 *
 * @returns what takes it back
 */
export function installGateway({ origins, credentials }: TestGateway): () => void {
  globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    const permission = manifest.network.find(
      ({ origin, paths }) => origin === url.origin && paths.includes(url.pathname),
    );
    if (permission === undefined) throw new TypeError(`no permission for ${url.origin}${url.pathname}`);
    for (const { query, value } of manifest.schemes[permission.scheme]?.place ?? []) {
      const name = typeof value === 'string' ? '' : (value.credential ?? '');
      if (query === undefined || url.searchParams.has(query)) throw new TypeError(`cannot place ${name}`);
      url.searchParams.append(query, credentials[name] ?? '');
    }
    return realFetch(`${origins[url.origin] ?? ''}${url.pathname}${url.search}`, init);
  };
  return () => {
    globalThis.fetch = realFetch;
  };
}
