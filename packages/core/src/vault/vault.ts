import { hkdfSync } from 'node:crypto';
import type { HostDatabase } from '../store/index.js';
import { MasterKeys, type MasterKeyOptions } from './master-key.js';
import { PROTECTION_TEXTS, type ProtectionKind } from './protection.js';
import { KEY_BYTES, seal, unseal } from './seal.js';
import { ensureKey, findKey, protectionOf, replaceMasterKey } from './vault-key.js';
import { damaged } from './vault-problem.js';

export interface VaultOptions extends MasterKeyOptions {
  readonly database: HostDatabase;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** What was found when host.db had last been changed so, and the time for which it holds, in milliseconds since 1970. */
interface Revision {
  readonly change: bigint;
  readonly since: number;
  readonly until: number;
  readonly text: string;
}

/**
 * The credentials of all connections, encrypted in host.db and shared by all hosts. One key encrypts them; it stands
 * there too, encrypted with a master key that is elsewhere.
 */
export class Vault {
  readonly #database: HostDatabase;
  readonly #masterKeys: MasterKeys;
  readonly #now: () => number;
  /** What was found of each connection, and as long as what it holds for. */
  readonly #revisions = new Map<string, Revision>();
  readonly #key: Buffer;

  private constructor({ database, now, ...options }: VaultOptions, key: Buffer) {
    this.#database = database;
    this.#masterKeys = new MasterKeys(options);
    this.#now = now ?? Date.now;
    this.#key = key;
  }

  /**
   * Opens the vault, and makes it where there is none.
   *
   * @throws ProblemError VAULT_LOCKED without the master key; VAULT_DAMAGED where its own key was changed
   */
  static async open(options: VaultOptions): Promise<Vault> {
    const { database } = options;
    const masterKeys = new MasterKeys(options);
    await ensureKey(database, masterKeys);
    return new Vault(options, await findKey(database, masterKeys));
  }

  /** Where the master key is, and what that means, in a sentence for the user. */
  get protection(): { readonly kind: ProtectionKind; readonly text: string } {
    const kind = protectionOf(this.#database)?.kind ?? 'file';
    return { kind, text: PROTECTION_TEXTS[kind] };
  }

  /**
   * Keeps a secret in place of the one of that name.
   *
   * @param expiresAt When it is forgotten; an instant in UTC.
   */
  save(connection: string, name: string, secret: Uint8Array, expiresAt?: string): void {
    this.#revisions.delete(connection);
    this.#database.transaction(() => {
      const last = this.#database.get(
        'SELECT version FROM vault_secret WHERE connection = ? AND name = ?',
        connection,
        name,
      )?.['version'];
      const version = Number(last ?? 0) + 1;
      const { nonce, content } = seal(this.#key, contextOf(connection, name, version, expiresAt), secret);
      this.#database.run(
        `INSERT INTO vault_secret (connection, name, version, expires_at, nonce, content) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (connection, name) DO UPDATE SET version = excluded.version, expires_at = excluded.expires_at,
           nonce = excluded.nonce, content = excluded.content`,
        connection,
        name,
        version,
        expiresAt ?? null,
        nonce,
        content,
      );
    });
  }

  /**
   * A secret, to be overwritten after use; undefined where there is none, or it has expired.
   *
   * @throws ProblemError VAULT_DAMAGED
   */
  read(connection: string, name: string): Buffer | undefined {
    const row = this.#database.get(
      'SELECT version, expires_at, nonce, content FROM vault_secret WHERE connection = ? AND name = ?',
      connection,
      name,
    );
    if (row === undefined) return undefined;
    const { nonce, content, version, expires_at: expires } = row;
    const expiresAt = typeof expires === 'string' ? expires : undefined;
    const context = contextOf(connection, name, Number(version), expiresAt);
    const secret =
      nonce instanceof Uint8Array && content instanceof Uint8Array
        ? unseal(this.#key, context, { nonce, content })
        : undefined;
    if (secret === undefined)
      throw damaged('A credential in the vault was changed or damaged.', `${connection}.${name}`);
    if (expiresAt === undefined || this.#now() < Date.parse(expiresAt)) return secret;
    secret.fill(0);
    this.remove(connection, name);
    return undefined;
  }

  /** Names of what is kept of a connection, sorted. */
  names(connection: string): string[] {
    return this.#database
      .all('SELECT name FROM vault_secret WHERE connection = ? ORDER BY name', connection)
      .map((row) => String(row['name']));
  }

  /** Another text whenever anything that is kept of a connection was changed, removed or has expired. */
  revisionOf(connection: string): string {
    const now = this.#now();
    const change = this.#database.lastChange;
    const known = this.#revisions.get(connection);
    if (known?.change === change && known.since <= now && now < known.until) return known.text;
    const rows = this.#database.all(
      `SELECT name, version, hex(nonce) AS nonce, expires_at FROM vault_secret
       WHERE connection = ? AND (expires_at IS NULL OR expires_at > ?) ORDER BY name`,
      connection,
      new Date(now).toISOString(),
    );
    const text = JSON.stringify(rows.map(({ name, version, nonce }) => [name, version, nonce]));
    const ends = rows.flatMap(({ expires_at: end }) => (typeof end === 'string' ? [Date.parse(end)] : []));
    this.#revisions.set(connection, { change, since: now, until: Math.min(Infinity, ...ends), text });
    return text;
  }

  remove(connection: string, name: string): void {
    this.#revisions.delete(connection);
    this.#database.run('DELETE FROM vault_secret WHERE connection = ? AND name = ?', connection, name);
  }

  /** Forgets all secrets of a connection. */
  forget(connection: string): void {
    this.#revisions.delete(connection);
    this.#database.run('DELETE FROM vault_secret WHERE connection = ?', connection);
  }

  /** A key for another purpose, such as `audit`: always the same, also after the master key was changed. */
  deriveKey(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#key, '', `bourse ${purpose}`, KEY_BYTES));
  }

  /**
   * Puts a new master key in place of the old one, which is removed. Other hosts go on.
   *
   * @throws ProblemError VAULT_LOCKED where the new one cannot be made; then the old one holds
   */
  async changeMasterKey(kind?: ProtectionKind): Promise<void> {
    await replaceMasterKey(this.#database, this.#masterKeys, { key: this.#key, kind });
  }

  /** Overwrites the key; the vault can be used no more. */
  close(): void {
    this.#key.fill(0);
  }
}

/** What a secret belongs to, so that no record of the database can stand in for another. */
function contextOf(
  connection: string,
  name: string,
  version: number,
  expiresAt: string | undefined,
): readonly unknown[] {
  return ['bourse vault secret', connection, name, version, expiresAt ?? null];
}
