import type { HostDatabase } from '../../store/index.js';
import { systemKeychain, Vault, type MasterKeyOptions } from '../../vault/index.js';

/** How the credentials of a host are protected. */
export interface VaultChoice {
  /** Whether the keychain of the system may be used. Default: yes. */
  readonly keychain?: boolean;
  /** Asks the user for the passphrase; without it there is none. */
  readonly askPassphrase?: MasterKeyOptions['askPassphrase'];
}

/** The vault of this host: opened when the first connection needs it, closed with the host. */
export class VaultDoor {
  readonly #options: { database: HostDatabase; folder: string; now: () => number; choice: VaultChoice };
  #vault: Promise<Vault> | undefined;
  #opened: Vault | undefined;

  constructor(options: { database: HostDatabase; folder: string; now: () => number; choice: VaultChoice }) {
    this.#options = options;
  }

  /** The vault for who cannot wait for it; undefined before it was opened. */
  get opened(): Vault | undefined {
    return this.#opened;
  }

  /** @throws ProblemError VAULT_LOCKED, VAULT_DAMAGED; the next try begins anew */
  open(): Promise<Vault> {
    this.#vault ??= this.#open().catch((error: unknown) => {
      this.#vault = undefined;
      throw error;
    });
    return this.#vault;
  }

  async close(): Promise<void> {
    const vault = await this.#vault?.catch(() => undefined);
    vault?.close();
  }

  async #open(): Promise<Vault> {
    const { choice, ...options } = this.#options;
    const keychain = choice.keychain === false ? undefined : await systemKeychain();
    this.#opened = await Vault.open({ ...options, keychain, askPassphrase: choice.askPassphrase });
    return this.#opened;
  }
}
