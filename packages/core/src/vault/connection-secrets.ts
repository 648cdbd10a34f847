import type { CredentialDeclaration } from '../interfaces/index.js';
import { ProblemError } from '../interfaces/index.js';
import type { Vault } from './vault.js';

/** Before the name of what an answer brought, so that it cannot be mistaken for a credential. */
const CAPTURE = 'capture.';

export interface ConnectionSecretsOptions {
  readonly vault: Vault;
  readonly connection: string;
  /** What the manifest declares. */
  readonly credentials: Readonly<Record<string, CredentialDeclaration>>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** A secret by its name. */
interface NamedSecret {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The credentials and captures of one connection, decrypted while the host uses them. What other hosts change is seen
 * at the next request.
 */
export class ConnectionSecrets {
  readonly #options: ConnectionSecretsOptions;
  /** What the vault keeps, as of `revision`. */
  readonly #stored = new Map<string, Uint8Array>();
  #revision = '';
  /** Captures that end with the host, and what was given for one login. */
  readonly #passing = new Map<string, Uint8Array>();
  #secrets: readonly NamedSecret[] | undefined;

  constructor(options: ConnectionSecretsOptions) {
    this.#options = options;
  }

  /** @throws ProblemError AUTH_SECOND_FACTOR_REQUIRED for what the user gives for each login and has not given */
  readonly credential = (name: string): { bytes: Uint8Array; secret: boolean } | undefined => {
    const { credentials } = this.#options;
    const declaration = Object.hasOwn(credentials, name) ? credentials[name] : undefined;
    const bytes = declaration?.once === true ? this.#passing.get(name) : this.#read(name);
    if (bytes !== undefined) return { bytes, secret: isSecret(declaration) };
    if (declaration?.once !== true) return undefined;
    throw new ProblemError({
      code: 'AUTH_SECOND_FACTOR_REQUIRED',
      message: `The login needs "${declaration.label}".`,
    });
  };

  readonly capture = (name: string): Uint8Array | undefined =>
    this.#passing.get(CAPTURE + name) ?? this.#read(CAPTURE + name);

  /** Everything that no answer may show. The same list as long as nothing has changed. */
  readonly secrets = (): readonly NamedSecret[] => {
    this.#refresh();
    this.#secrets ??= [...this.#stored, ...this.#passing]
      .filter(([name]) => name.startsWith(CAPTURE) || isSecret(this.#options.credentials[name]))
      .map(([name, bytes]) => ({ name, bytes }));
    return this.#secrets;
  };

  /** Keeps what an answer brought: in the vault where it outlives the host. */
  readonly keep = (captured: { name: string; bytes: Uint8Array; lifetime: number | undefined }): void => {
    const name = CAPTURE + captured.name;
    const { vault, connection, now = Date.now } = this.#options;
    this.#drop(name);
    if (captured.lifetime === undefined) {
      this.#passing.set(name, Uint8Array.from(captured.bytes));
      vault.remove(connection, name);
    } else {
      const expiresAt = new Date(now() + captured.lifetime * 1000).toISOString();
      vault.save(connection, name, captured.bytes, expiresAt);
    }
  };

  /** What the user gives for one login; it is never stored. */
  give(name: string, secret: Uint8Array): void {
    this.#drop(name);
    this.#passing.set(name, Uint8Array.from(secret));
  }

  /** Forgets what was given for a login. */
  clearGiven(): void {
    for (const name of [...this.#passing.keys()].filter((each) => !each.startsWith(CAPTURE)))
      this.#drop(name);
  }

  /** Overwrites all that is decrypted. */
  close(): void {
    for (const bytes of [...this.#stored.values(), ...this.#passing.values()]) bytes.fill(0);
    this.#stored.clear();
    this.#passing.clear();
    this.#secrets = [];
  }

  #read(name: string): Uint8Array | undefined {
    this.#refresh();
    return this.#stored.get(name);
  }

  #refresh(): void {
    const { vault, connection } = this.#options;
    const revision = vault.revisionOf(connection);
    if (revision === this.#revision) return;
    for (const bytes of this.#stored.values()) bytes.fill(0);
    this.#stored.clear();
    for (const name of vault.names(connection)) {
      const bytes = vault.read(connection, name);
      if (bytes !== undefined) this.#stored.set(name, bytes);
    }
    this.#revision = revision;
    this.#secrets = undefined;
  }

  #drop(name: string): void {
    this.#passing.get(name)?.fill(0);
    this.#passing.delete(name);
    this.#secrets = undefined;
  }
}

/** What is not declared any more is treated as a secret. */
function isSecret(declaration: CredentialDeclaration | undefined): boolean {
  return declaration === undefined || declaration.secret === true || declaration.once === true;
}
