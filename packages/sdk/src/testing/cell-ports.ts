import type { JsonValue, NetworkPort, StoragePort } from '@bourse/core';
import { ProblemError, isProblemCode } from '@bourse/core/interfaces';
import { MemoryStorage } from './memory-storage.js';
import type { ScriptedNetwork } from './scripted-network.js';

/** A scripted network as a cell takes it. It has no sockets. */
export function portOf(network: ScriptedNetwork): NetworkPort {
  return {
    fetch: async ({ method, url, headers, body }) => {
      const pairs = headers.map(([name, value]): [string, string] => [name, value]);
      const content = body === undefined ? {} : { body: Uint8Array.from(body) };
      const answer = await network.fetch(url, { method, headers: pairs, ...content }).catch(failAsHost);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return { status: answer.status, headers: [...answer.headers], body: once(bytes) };
    },
    connect: async () => {
      throw new ProblemError({ code: 'UNAVAILABLE', message: 'A scripted network has no sockets.' });
    },
  };
}

/** A storage as a cell takes it, with values to begin with. */
export function storagePortOf(values: Readonly<Record<string, unknown>>): StoragePort {
  const storage = new MemoryStorage(values);
  return {
    get: async (key) => (await storage.get(key)) as JsonValue | undefined,
    set: (key, value) => storage.set(key, value),
    delete: (key) => storage.delete(key),
    list: (beginning) => storage.list(beginning),
  };
}

/** The problem of a script, as the host has it. */
function failAsHost(error: unknown): never {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  if (error instanceof Error && isProblemCode(code))
    throw new ProblemError({ ...error, code, message: error.message });
  throw error;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
