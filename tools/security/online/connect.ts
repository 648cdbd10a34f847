import { connect, type Socket } from 'node:net';
import type { ManagerOptions, PluginManager } from '@bourse/core';
import type { Scene } from '../scene/scene.ts';
import { BANK, ONLINE_FIELDS, PARTNER, STREAM, type Online } from './online.ts';

type Internals = NonNullable<ConstructorParameters<typeof PluginManager>[1]>;
type GatewayInternals = NonNullable<Internals['gateway']>;

/** Nothing outside the scene is asked for credentials. */
export const OWN_VAULT: Pick<ManagerOptions, 'vault'> = { vault: { keychain: false } };

/** What the user gives when the plugin is connected. */
export function credentialsOf({ credentials }: Online, scene: Scene): Readonly<Record<string, string>> {
  return credentials === undefined ? { key: scene.secret } : credentials(scene);
}

/** Where the origins of the manifest go, unless the attack has names of its own. */
export function originsOf(
  { manifest, names, programs }: Online,
  { ports }: Scene,
): Readonly<Record<string, string>> | undefined {
  if (names !== undefined || programs !== undefined) return undefined;
  const { network } = { ...ONLINE_FIELDS, ...manifest };
  const asked = new Set((network as { origin: string }[]).map(({ origin }) => origin));
  return Object.fromEntries(
    [BANK, STREAM, PARTNER]
      .filter((origin) => asked.has(origin))
      .map((origin) => [origin, `${origin === STREAM ? 'ws' : 'http'}://127.0.0.1:${ports.bank}`]),
  );
}

/** Stands for the internet: leads to the institution's port. */
const INTERNET = '8.8.8.8';

/** A name service that answers as it is told, and connections that never leave the machine. */
export function gatewayInternals({ names = [] }: Online, { ports }: Scene): GatewayInternals {
  let asked = 0;
  return {
    resolve: async () => {
      const addresses = names[Math.min(asked, names.length - 1)] ?? [];
      asked += 1;
      return addresses;
    },
    openTcp: ({ host, port }): Socket =>
      // In a development connection the address is that of the scene itself.
      names.length === 0
        ? connect({ host, port })
        : connect({ host: '127.0.0.1', port: host === INTERNET ? ports.bank : ports.tcp }),
  };
}
