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
  /** Told when the user, here or in another host, has given another credential, or taken one away. */
  readonly onReplaced?: () => void;
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
  #stored: ReadonlyMap<string, Uint8Array> = new Map();
  /** What was replaced last: answers that are on their way may still show it. */
  #former: ReadonlyMap<string, Uint8Array> = new Map();
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

  readonly capture = (name: string): Uint8Array | undefined => {
    const stored = this.#read(CAPTURE + name);
    return this.#passing.get(CAPTURE + name) ?? stored;
  };

  /** Everything that no answer may show. The same list as long as nothing has changed. */
  readonly secrets = (): readonly NamedSecret[] => {
    this.refresh();
    this.#secrets ??= [...this.#stored, ...this.#passing, ...this.#former]
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

  /** Looks whether something has changed, also in another host. */
  refresh(): void {
    const { vault, connection } = this.#options;
    const revision = vault.revisionOf(connection);
    if (revision === this.#revision) return;
    const [before, isFirst] = [this.#stored, this.#revision === ''];
    const stored = new Map<string, Uint8Array>();
    for (const name of vault.names(connection)) {
      const bytes = vault.read(connection, name);
      if (bytes !== undefined) stored.set(name, bytes);
    }
    this.#stored = stored;
    this.#revision = revision;
    this.#secrets = undefined;
    if (isFirst || areSameCredentials(before, stored)) erase(before);
    else this.#replace(before);
  }

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
    for (const secrets of [this.#stored, this.#former, this.#passing]) erase(secrets);
    this.#stored = new Map();
    this.#former = new Map();
    this.#passing.clear();
    this.#secrets = [];
  }

  #read(name: string): Uint8Array | undefined {
    this.refresh();
    return this.#stored.get(name);
  }

  /** The session of other credentials is not that of these. */
  #replace(before: ReadonlyMap<string, Uint8Array>): void {
    erase(this.#former);
    this.#former = before;
    for (const name of [...this.#passing.keys()].filter((each) => each.startsWith(CAPTURE))) this.#drop(name);
    this.#options.onReplaced?.();
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

/** Forgets what answers have brought to a connection, in all hosts. */
export function forgetCaptures(vault: Vault, connection: string): void {
  for (const name of vault.names(connection).filter((each) => each.startsWith(CAPTURE)))
    vault.remove(connection, name);
}

function areSameCredentials(
  before: ReadonlyMap<string, Uint8Array>,
  after: ReadonlyMap<string, Uint8Array>,
): boolean {
  const names = new Set([...before.keys(), ...after.keys()].filter((name) => !name.startsWith(CAPTURE)));
  return [...names].every((name) => {
    const [one, other] = [before.get(name), after.get(name)];
    return one !== undefined && other !== undefined && Buffer.compare(one, other) === 0;
  });
}

function erase(secrets: ReadonlyMap<string, Uint8Array>): void {
  for (const bytes of secrets.values()) bytes.fill(0);
}
