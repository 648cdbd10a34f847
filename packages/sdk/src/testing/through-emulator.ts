import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { Gateway, type GatewayAnswer } from '@bourse/core';
import { PluginManifestSchema, ProblemError } from '@bourse/core/interfaces';
import { EmulatorClient } from './emulator-client.js';
import { MemoryVault } from './memory-vault.js';
import type { RecordedRequest, ScriptedAnswer } from './scripted-network.js';

/** What a running emulator says of itself. */
export interface EmulatedInstitution {
  /** Each emulated origin and the loopback URL that stands for it. */
  readonly origins: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, string>>;
  /** PEM of the authority to trust; undefined without TLS. */
  readonly certificateAuthority: string | undefined;
  /** Milliseconds since 1970 by the emulator's clock. */
  now(): number;
}

/**
 * The way to an emulator by the plugin's own `plugin.json`, as a network of the mock host or the contract suite: the host's
 * gateway refuses what no permission covers, carries the recipes out, and takes captures out of the answers. Nothing is
 * counted or written down, and a short secret is placed whatever the plugin is doing. WebSockets do not go this way.
 *
 * @param folder of the plugin
 */
export function throughEmulator(
  running: EmulatedInstitution,
  folder: URL | string,
): (request: RecordedRequest) => Promise<ScriptedAnswer> {
  const gateway = gatewayTo(running, typeof folder === 'string' ? folder : fileURLToPath(folder));
  return async ({ method, url, headers, body }) => {
    try {
      const answer = await gateway.fetch({
        method,
        url,
        headers: [...headers],
        body: body === '' ? undefined : Buffer.from(body),
        signal: new AbortController().signal,
      });
      return await toScripted(answer);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { problem: error };
    }
  };
}

function gatewayTo(running: EmulatedInstitution, folder: string): Gateway {
  const { credentials, network, schemes } = PluginManifestSchema.parse(
    JSON.parse(readFileSync(join(folder, 'plugin.json'), 'utf8')),
  );
  return new Gateway({
    permissions: (network ?? []).map((permission, index) => ({ id: `network:${index}`, permission })),
    schemes: schemes ?? {},
    connection: { id: 'test', account: 'test' },
    developmentOrigins: running.origins,
    client: new EmulatorClient(running),
    ports: {
      vault: new MemoryVault(running.credentials, credentials ?? {}),
      scheme: { now: () => running.now(), random: (length) => randomBytes(length), counter: countFrom() },
      audit: { append: async () => undefined, note: async () => undefined, conclude: () => undefined },
      budget: { enter: async () => undefined, pause: async () => undefined },
      situation: () => ({ isLogin: true, priority: 'interactive' }),
    },
  });
}

/** Numbers that only grow, each at least the time. */
function countFrom(): (now: number) => number {
  let last = 0;
  return (now) => (last = Math.max(now, last + 1));
}

async function toScripted({ status, headers, body }: GatewayAnswer): Promise<ScriptedAnswer> {
  const pieces = await Array.fromAsync(body);
  const bytes = Buffer.concat(pieces);
  return {
    status,
    headers: Object.fromEntries(headers),
    ...(bytes.byteLength === 0 ? {} : { body: bytes }),
  };
}
