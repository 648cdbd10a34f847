import { describe, expect, test } from '@jest/globals';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HostDatabase } from '../store/index.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { systemKeychain, type Keychain } from './keychain.js';
import { keyFromPassphrase } from './passphrase.js';
import { Vault, type VaultOptions } from './vault.js';

const CHEAP = { cost: 2, blockSize: 8, parallelization: 1 };
const SECRET = 'canary-secret-of-acme';

/** A keychain in memory. */
function fakeKeychain(): Keychain & { readonly entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    get: (account) => entries.get(account),
    set: (account, secret) => void entries.set(account, secret),
    delete: (account) => void entries.delete(account),
  };
}

type Options = Partial<Omit<VaultOptions, 'database' | 'folder'>>;

/** Opens the vault of a folder; every call is another host. */
const open = (folder: string, options: Options = {}): Promise<Vault> =>
  Vault.open({
    keychain: undefined,
    scryptCost: CHEAP,
    ...options,
    folder,
    database: new HostDatabase(join(folder, 'host.db')),
  });
const ask = (passphrase: string | undefined) => ({ askPassphrase: () => Promise.resolve(passphrase) });
const text = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString();
const keyFiles = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.key'));
const change = (folder: string, sql: string): void => {
  const database = new HostDatabase(join(folder, 'host.db'));
  database.run(sql);
  database.close();
};
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a secret', () => {
  test('comes back from the vault of another host, and is nowhere in the files', () =>
    inTemporaryFolder(async (folder) => {
      const vault = await open(folder);
      vault.save('acme-1', 'apiSecret', Buffer.from(SECRET));
      vault.save('acme-1', 'apiSecret', Buffer.from(`${SECRET}-2`));
      vault.save('acme-1', 'empty', Buffer.alloc(0));
      vault.close();
      const other = await open(folder);
      expect(text(other.read('acme-1', 'apiSecret'))).toBe(`${SECRET}-2`);
      expect(text(other.read('acme-1', 'empty'))).toBe('');
      expect(other.read('acme-2', 'apiSecret')).toBeUndefined();
      expect(other.names('acme-1')).toEqual(['apiSecret', 'empty']);
      for (const name of readdirSync(folder))
        expect(readFileSync(join(folder, name)).includes(SECRET)).toBe(false);
    }));

  test('is encrypted anew each time', () =>
    inTemporaryFolder(async (folder) => {
      const vault = await open(folder);
      const database = new HostDatabase(join(folder, 'host.db'));
      const contents = ['a', 'b', 'a'].map((name) => {
        vault.save('acme', name, Buffer.from(SECRET));
        const row = database.get('SELECT nonce, content FROM vault_secret WHERE name = ?', name);
        return JSON.stringify([row?.['nonce'], row?.['content']]);
      });
      expect(new Set(contents).size).toBe(3);
    }));

  test('is forgotten with its connection, and those of others are not', () =>
    inTemporaryFolder(async (folder) => {
      const vault = await open(folder);
      for (const connection of ['acme-1', 'acme-2']) vault.save(connection, 'key', Buffer.from(SECRET));
      vault.save('acme-2', 'other', Buffer.from(SECRET));
      vault.forget('acme-1');
      vault.remove('acme-2', 'other');
      expect([vault.names('acme-1'), vault.names('acme-2')]).toEqual([[], ['key']]);
    }));

  test('that expires is gone afterwards', () =>
    inTemporaryFolder(async (folder) => {
      let now = Date.parse('2026-03-01T10:00:00Z');
      const vault = await open(folder, { now: () => now });
      vault.save('acme', 'session', Buffer.from(SECRET), '2026-03-01T10:30:00Z');
      now += 30 * 60_000 - 1;
      expect(text(vault.read('acme', 'session'))).toBe(SECRET);
      now += 1;
      expect(vault.read('acme', 'session')).toBeUndefined();
      expect(vault.names('acme')).toEqual([]);
    }));

  test.each([
    ['of another connection', "UPDATE vault_secret SET connection = 'acme-2'", 'acme-2', 'key'],
    ['of another name', "UPDATE vault_secret SET name = 'other'", 'acme-1', 'other'],
    ['of another version', 'UPDATE vault_secret SET version = 7', 'acme-1', 'key'],
    ['with more time', "UPDATE vault_secret SET expires_at = '2999-01-01T00:00:00Z'", 'acme-1', 'key'],
    [
      'with another byte',
      "UPDATE vault_secret SET content = CAST(content || x'00' AS BLOB)",
      'acme-1',
      'key',
    ],
    ['cut short', "UPDATE vault_secret SET content = x'00'", 'acme-1', 'key'],
    ['without a nonce', "UPDATE vault_secret SET nonce = x''", 'acme-1', 'key'],
  ])('%s is damaged, and the message says which', (_, sql, connection, name) =>
    inTemporaryFolder(async (folder) => {
      const vault = await open(folder);
      vault.save('acme-1', 'key', Buffer.from(SECRET));
      change(folder, sql);
      expect(() => vault.read(connection, name)).toThrow(
        expect.objectContaining({ code: 'VAULT_DAMAGED', place: { path: `${connection}.${name}` } }),
      );
    }),
  );
});

describe('the master key', () => {
  test('is in the keychain where there is one', () =>
    inTemporaryFolder(async (folder) => {
      const keychain = fakeKeychain();
      const vault = await open(folder, { keychain, ...ask('a passphrase') });
      vault.save('acme', 'key', Buffer.from(SECRET));
      expect(vault.protection.kind).toBe('keychain');
      expect(keychain.entries.size).toBe(1);
      expect(text((await open(folder, { keychain })).read('acme', 'key'))).toBe(SECRET);
      await expect(open(folder)).rejects.toEqual(code('VAULT_LOCKED'));
      await expect(open(folder, { keychain: fakeKeychain() })).rejects.toEqual(code('VAULT_LOCKED'));
    }));

  test('of a keychain that keeps nothing is not used', () =>
    inTemporaryFolder(async (folder) => {
      const keychain = { ...fakeKeychain(), get: () => undefined };
      await expect(open(folder, { keychain })).rejects.toEqual(code('VAULT_LOCKED'));
    }));

  test('is made from a passphrase where one is given', () =>
    inTemporaryFolder(async (folder) => {
      const vault = await open(folder, ask('pass\u00e9'));
      vault.save('acme', 'key', Buffer.from(SECRET));
      expect(vault.protection.kind).toBe('passphrase');
      expect(keyFiles(folder)).toEqual([]);
      expect(text((await open(folder, ask('passe\u0301'))).read('acme', 'key'))).toBe(SECRET);
      for (const wrong of ['pass', '', undefined])
        await expect(open(folder, ask(wrong))).rejects.toEqual(code('VAULT_LOCKED'));
    }));

  test('is a file of its owner else, and that is said', () =>
    inTemporaryFolder(async (folder) => {
      const vault = await open(folder, ask(undefined));
      expect(vault.protection).toEqual({
        kind: 'file',
        text: expect.stringContaining('whoever can read your files can decrypt them'),
      });
      const [name = ''] = keyFiles(folder);
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }));

  test.each([
    ['others can read', (path: string) => chmodSync(path, 0o640), 'VAULT_LOCKED'],
    ['is missing', (path: string) => rmSync(path), 'VAULT_LOCKED'],
    ['is cut short', (path: string) => writeFileSync(path, 'short'), 'VAULT_LOCKED'],
    ['is another', (path: string) => writeFileSync(path, Buffer.alloc(32)), 'VAULT_DAMAGED'],
  ])('in a file that %s opens nothing', (_, spoil, expected) =>
    inTemporaryFolder(async (folder) => {
      await open(folder);
      spoil(join(folder, keyFiles(folder)[0] ?? ''));
      await expect(open(folder)).rejects.toEqual(code(expected));
    }),
  );

  test.each([
    `UPDATE vault_key SET protection = '{"kind":"file","name":"../other.key"}'`,
    `UPDATE vault_key SET protection = 'nothing'`,
    `UPDATE vault_key SET content = x'00'`,
  ])('beside a row that was changed opens nothing: %s', (sql) =>
    inTemporaryFolder(async (folder) => {
      await open(folder);
      change(folder, sql);
      await expect(open(folder)).rejects.toEqual(code('VAULT_DAMAGED'));
    }),
  );

  test('of hosts that start at once is one', () =>
    inTemporaryFolder(async (folder) => {
      const passphrase = ask('a passphrase');
      const [one, two] = await Promise.all([open(folder, passphrase), open(folder)]);
      one?.save('acme', 'key', Buffer.from(SECRET));
      expect(text(two?.read('acme', 'key'))).toBe(SECRET);
      expect(keyFiles(folder).length).toBe(one?.protection.kind === 'file' ? 1 : 0);
    }));

  test('is changed while other hosts go on, and the old one is gone', () =>
    inTemporaryFolder(async (folder) => {
      const keychain = fakeKeychain();
      const vault = await open(folder, { keychain, ...ask('new passphrase') });
      const other = await open(folder, { keychain });
      vault.save('acme', 'key', Buffer.from(SECRET));
      const audit = vault.deriveKey('audit');

      await vault.changeMasterKey('passphrase');
      expect([vault.protection.kind, keychain.entries.size]).toEqual(['passphrase', 0]);
      await vault.changeMasterKey('file');
      expect([vault.protection.kind, keyFiles(folder).length]).toEqual(['file', 1]);
      await vault.changeMasterKey('file');
      expect(keyFiles(folder).length).toBe(1);

      expect(text(other.read('acme', 'key'))).toBe(SECRET);
      const later = await open(folder);
      expect(text(later.read('acme', 'key'))).toBe(SECRET);
      expect(later.deriveKey('audit').equals(audit)).toBe(true);
    }));

  test('that another host changes in the middle of opening is looked for again', () =>
    inTemporaryFolder(async (folder) => {
      const vault = await open(folder, ask('first'));
      vault.save('acme', 'key', Buffer.from(SECRET));
      const late = await open(folder, {
        askPassphrase: async () => {
          await vault.changeMasterKey('file');
          return 'first, but too late';
        },
      });
      expect(text(late.read('acme', 'key'))).toBe(SECRET);
    }));

  test('that cannot be made leaves the old one', () =>
    inTemporaryFolder(async (folder) => {
      const vault = await open(folder);
      await expect(vault.changeMasterKey('passphrase')).rejects.toEqual(code('VAULT_LOCKED'));
      await expect(vault.changeMasterKey('keychain')).rejects.toEqual(code('VAULT_LOCKED'));
      await expect(open(folder)).resolves.toBeInstanceOf(Vault);
    }));

  test('comes from a passphrase as RFC 7914 §12 says', async () => {
    const key = await keyFromPassphrase('password', Buffer.from('NaCl'), {
      cost: 1024,
      blockSize: 8,
      parallelization: 16,
    });
    expect(key.toString('hex')).toBe('fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162');
  });
});

test('keys for other purposes differ from each other and from vault to vault', () =>
  inTemporaryFolder((one) =>
    inTemporaryFolder(async (two) => {
      const vaults = [await open(one), await open(two)];
      const keys = vaults.flatMap((vault) =>
        ['audit', 'other'].map((purpose) => vault.deriveKey(purpose).toString('hex')),
      );
      expect(new Set(keys).size).toBe(4);
    }),
  ));

test('a system without a keychain has none, and one with it keeps its word', async () => {
  const keychain = await systemKeychain();
  expect(keychain === undefined || typeof keychain.get === 'function').toBe(true);
});
