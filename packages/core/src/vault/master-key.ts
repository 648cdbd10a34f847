import { randomBytes } from 'node:crypto';
import { readKeyFile, removeKeyFile, writeKeyFile } from './key-file.js';
import type { Keychain } from './keychain.js';
import { DEFAULT_COST, keyFromPassphrase, type ScryptCost } from './passphrase.js';
import type { Protection, ProtectionKind } from './protection.js';
import { KEY_BYTES } from './seal.js';
import { locked } from './vault-problem.js';

export interface MasterKeyOptions {
  /** Where key files are. */
  readonly folder: string;
  /** Undefined where the system has none. */
  readonly keychain: Keychain | undefined;
  /** Asks the user; undefined where nobody can be asked, or gives none. */
  readonly askPassphrase?: ((purpose: 'open' | 'create') => Promise<string | undefined>) | undefined;
  /** Cheaper for tests. */
  readonly scryptCost?: ScryptCost;
}

/** A key that protects the key of the vault, and where it is. */
export interface MasterKey {
  readonly key: Buffer;
  readonly protection: Protection;
}

/** The keys that protect the key of the vault: in the keychain, made from a passphrase, or in a file. */
export class MasterKeys {
  readonly #options: MasterKeyOptions;

  constructor(options: MasterKeyOptions) {
    this.#options = options;
  }

  /** Makes a new key; without a wish, in the keychain, else from a passphrase, else in a file. */
  async create(wish?: ProtectionKind): Promise<MasterKey> {
    const kind = wish ?? (this.#options.keychain === undefined ? undefined : 'keychain');
    if (kind === 'keychain') return this.#createInKeychain();
    if (kind !== 'file') {
      const passphrase = await this.#options.askPassphrase?.('create');
      if (passphrase !== undefined && passphrase !== '') return this.#createFrom(passphrase);
      if (kind === 'passphrase') throw locked('No passphrase was given.', 'Give one.');
    }
    return this.#createFile();
  }

  /** @throws ProblemError VAULT_LOCKED */
  async find(protection: Protection): Promise<Buffer> {
    switch (protection.kind) {
      case 'keychain':
        return this.#readKeychain(protection.account);
      case 'passphrase':
        return keyFromPassphrase(await this.#ask(), Buffer.from(protection.salt, 'base64'), protection);
      case 'file':
        return readKeyFile(this.#options.folder, protection.name);
    }
  }

  /** Removes a key that protects nothing any more. */
  remove(protection: Protection): void {
    if (protection.kind === 'file') removeKeyFile(this.#options.folder, protection.name);
    if (protection.kind === 'keychain') this.#options.keychain?.delete(protection.account);
  }

  #createInKeychain(): MasterKey {
    const { keychain } = this.#options;
    const account = newName();
    const key = randomBytes(KEY_BYTES);
    keychain?.set(account, key.toString('base64'));
    if (keychain?.get(account) !== key.toString('base64'))
      throw locked(
        'The keychain does not keep the key.',
        'Unlock the keychain of the system, or use a passphrase.',
      );
    return { key, protection: { kind: 'keychain', account } };
  }

  async #createFrom(passphrase: string): Promise<MasterKey> {
    const cost = this.#options.scryptCost ?? DEFAULT_COST;
    const salt = randomBytes(16);
    const key = await keyFromPassphrase(passphrase, salt, cost);
    return { key, protection: { kind: 'passphrase', salt: salt.toString('base64'), ...cost } };
  }

  #createFile(): MasterKey {
    const name = `${newName()}.key`;
    const key = randomBytes(KEY_BYTES);
    writeKeyFile(this.#options.folder, name, key);
    return { key, protection: { kind: 'file', name } };
  }

  #readKeychain(account: string): Buffer {
    const key = Buffer.from(this.#options.keychain?.get(account) ?? '', 'base64');
    if (key.length === KEY_BYTES) return key;
    throw locked(
      'The keychain of the system does not have the key, or is not there.',
      'Unlock the keychain; where the key is lost, forget the connections and connect them again.',
    );
  }

  async #ask(): Promise<string> {
    const passphrase = await this.#options.askPassphrase?.('open');
    if (passphrase !== undefined && passphrase !== '') return passphrase;
    throw locked(
      'The credentials are protected by a passphrase, and none was given.',
      'Give the passphrase.',
    );
  }
}

function newName(): string {
  return `vault-${randomBytes(8).toString('hex')}`;
}
