import type { CapturedValue, CredentialValue, LiveSecret, VaultPort } from '@bourse/core';
import type { PluginManifest } from '@bourse/core/interfaces';

type Declared = NonNullable<PluginManifest['credentials']>;

/** The credentials of one test, and what its answers brought. */
export class MemoryVault implements VaultPort {
  readonly #credentials: ReadonlyMap<string, CredentialValue>;
  readonly #captures = new Map<string, Uint8Array>();

  constructor(credentials: Readonly<Record<string, string>>, declared: Declared) {
    this.#credentials = new Map(
      Object.entries(credentials).map(([name, text]) => [
        name,
        { bytes: Buffer.from(text), secret: declared[name]?.secret === true },
      ]),
    );
  }

  readonly credential = (name: string): CredentialValue | undefined => this.#credentials.get(name);

  readonly capture = (name: string): Uint8Array | undefined => this.#captures.get(name);

  readonly secrets = (): readonly LiveSecret[] => [
    ...[...this.#credentials]
      .filter(([, { secret }]) => secret)
      .map(([name, { bytes }]) => ({ name, bytes })),
    ...[...this.#captures].map(([name, bytes]) => ({ name, bytes })),
  ];

  readonly keep = ({ name, bytes }: CapturedValue): void => void this.#captures.set(name, bytes);
}
