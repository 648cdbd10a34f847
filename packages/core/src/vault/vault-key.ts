import { randomBytes } from 'node:crypto';
import type { HostDatabase } from '../store/index.js';
import type { MasterKeys } from './master-key.js';
import { ProtectionSchema, type Protection, type ProtectionKind } from './protection.js';
import { KEY_BYTES, seal, unseal, type Sealed } from './seal.js';
import { damaged, locked } from './vault-problem.js';

/** The key of the vault as it stands in host.db. */
interface KeyRow extends Sealed {
  readonly protection: Protection;
}

/** Makes the key of the vault where there is none. */
export async function ensureKey(database: HostDatabase, masterKeys: MasterKeys): Promise<void> {
  if (readKey(database) !== undefined) return;
  const { key: master, protection } = await masterKeys.create();
  const key = randomBytes(KEY_BYTES);
  const isOurs = database.transaction(() => {
    // Another host may have made one meanwhile.
    if (readKey(database) !== undefined) return false;
    writeKey(database, protection, seal(master, keyContext(protection), key));
    return true;
  });
  master.fill(0);
  key.fill(0);
  if (!isOurs) masterKeys.remove(protection);
}

/**
 * The key of the vault; once more where another host changes the master key at this moment.
 *
 * @throws ProblemError VAULT_LOCKED without the master key; VAULT_DAMAGED where the key was changed
 */
export async function findKey(database: HostDatabase, masterKeys: MasterKeys): Promise<Buffer> {
  const row = readKey(database);
  if (row === undefined) throw damaged('The key of the vault is missing.');
  try {
    return await unwrap(row, masterKeys);
  } catch (error) {
    const later = readKey(database);
    if (later === undefined || JSON.stringify(later.protection) === JSON.stringify(row.protection))
      throw error;
    return unwrap(later, masterKeys);
  }
}

/** How the key is protected; undefined where there is none. */
export function protectionOf(database: HostDatabase): Protection | undefined {
  return readKey(database)?.protection;
}

/**
 * Encrypts the key of the vault with a new master key, and removes the old one.
 *
 * @throws ProblemError VAULT_LOCKED where the new one cannot be made; then the old one holds
 */
export async function replaceMasterKey(
  database: HostDatabase,
  masterKeys: MasterKeys,
  { key, kind }: { readonly key: Uint8Array; readonly kind: ProtectionKind | undefined },
): Promise<void> {
  const { key: master, protection } = await masterKeys.create(kind);
  const old = database.transaction(() => {
    const before = protectionOf(database);
    writeKey(database, protection, seal(master, keyContext(protection), key));
    return before;
  });
  master.fill(0);
  if (old !== undefined) masterKeys.remove(old);
}

async function unwrap(row: KeyRow, masterKeys: MasterKeys): Promise<Buffer> {
  const master = await masterKeys.find(row.protection);
  const key = unseal(master, keyContext(row.protection), row);
  master.fill(0);
  if (key?.length === KEY_BYTES) return key;
  if (row.protection.kind === 'passphrase')
    throw locked('The passphrase is not the right one.', 'Try again.');
  throw damaged('The key of the vault was changed, or is not the one that the master key protects.');
}

function readKey(database: HostDatabase): KeyRow | undefined {
  const row = database.get('SELECT protection, nonce, content FROM vault_key WHERE id = 1');
  if (row === undefined) return undefined;
  const { protection, nonce, content } = row;
  const parsed = ProtectionSchema.safeParse(parseJson(String(protection)));
  if (parsed.success && nonce instanceof Uint8Array && content instanceof Uint8Array)
    return { protection: parsed.data, nonce, content };
  throw damaged('The key of the vault cannot be read.');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function writeKey(database: HostDatabase, protection: Protection, { nonce, content }: Sealed): void {
  database.run(
    `INSERT INTO vault_key (id, protection, nonce, content) VALUES (1, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET protection = excluded.protection, nonce = excluded.nonce, content = excluded.content`,
    JSON.stringify(protection),
    nonce,
    content,
  );
}

function keyContext(protection: Protection): readonly unknown[] {
  return ['bourse vault key', protection];
}
