import { expect, test } from '@jest/globals';
import { join } from 'node:path';
import { HostDatabase } from '../store/index.js';
import { inTemporaryFolder } from '../testing/temporary-folder.js';
import { ConnectionSecrets, forgetCaptures } from './connection-secrets.js';
import { Vault } from './vault.js';

const CREDENTIALS = {
  user: { label: 'User name' },
  password: { label: 'Password', secret: true },
  code: { label: 'Code', once: true },
};
let now = Date.parse('2026-03-01T10:00:00Z');

const inVault = (
  work: (
    open: (onReplaced?: () => void) => Promise<{ vault: Vault; secrets: ConnectionSecrets }>,
  ) => Promise<void>,
) =>
  inTemporaryFolder((folder) =>
    work(async (onReplaced = () => undefined) => {
      const database = new HostDatabase(join(folder, 'host.db'));
      const vault = await Vault.open({ folder, keychain: undefined, database, now: () => now });
      const options = { vault, connection: 'acme', credentials: CREDENTIALS, now: () => now, onReplaced };
      return { vault, secrets: new ConnectionSecrets(options) };
    }),
  );
const text = (bytes: Uint8Array | undefined) =>
  bytes === undefined ? undefined : Buffer.from(bytes).toString();
const shown = (secrets: ConnectionSecrets) => secrets.secrets().map(({ name, bytes }) => [name, text(bytes)]);

test('credentials are those of the vault; a user name is not searched for', () =>
  inVault(async (open) => {
    const { vault, secrets } = await open();
    vault.save('acme', 'user', Buffer.from('me'));
    vault.save('acme', 'password', Buffer.from('of me'));
    vault.save('other', 'password', Buffer.from('of another'));
    expect(secrets.credential('user')).toMatchObject({ secret: false });
    expect(text(secrets.credential('password')?.bytes)).toBe('of me');
    expect(secrets.credential('constructor')).toBeUndefined();
    expect(shown(secrets)).toEqual([['password', 'of me']]);
    expect(secrets.secrets()).toBe(secrets.secrets());
  }));

test('what another host changes is seen at once', () =>
  inVault(async (open) => {
    const [{ vault }, { secrets }] = [await open(), await open()];
    vault.save('acme', 'password', Buffer.from('first'));
    expect(text(secrets.credential('password')?.bytes)).toBe('first');
    vault.forget('acme');
    expect(secrets.credential('password')).toBeUndefined();
    vault.save('acme', 'password', Buffer.from('second'));
    expect(text(secrets.credential('password')?.bytes)).toBe('second');
  }));

test('other credentials end the session of the former ones, which stay secret; what an answer brought ends nothing', () =>
  inVault(async (open) => {
    let replaced = 0;
    const { vault } = await open();
    const { secrets } = await open(() => void (replaced += 1));
    vault.save('acme', 'password', Buffer.from('first'));
    secrets.refresh();
    secrets.keep({ name: 'session', bytes: Buffer.from('of the first'), lifetime: undefined });
    vault.save('acme', 'capture.token', Buffer.from('a token'));
    vault.save('acme', 'password', Buffer.from('first'));
    secrets.refresh();
    expect([replaced, text(secrets.capture('session'))]).toEqual([0, 'of the first']);
    vault.save('acme', 'password', Buffer.from('second'));
    expect(secrets.capture('session')).toBeUndefined();
    expect(replaced).toBe(1);
    expect(shown(secrets)).toContainEqual(['password', 'first']);
    expect(text(secrets.credential('password')?.bytes)).toBe('second');
    forgetCaptures(vault, 'acme');
    vault.remove('acme', 'password');
    secrets.refresh();
    expect([replaced, secrets.capture('token')]).toEqual([2, undefined]);
  }));

test('a code is asked for, used for one login and never stored', () =>
  inVault(async (open) => {
    const { vault, secrets } = await open();
    const missing = expect.objectContaining({ code: 'AUTH_SECOND_FACTOR_REQUIRED' });
    expect(() => secrets.credential('code')).toThrow(missing);
    secrets.give('code', Buffer.from('012345'));
    expect(text(secrets.credential('code')?.bytes)).toBe('012345');
    expect(shown(secrets)).toEqual([['code', '012345']]);
    expect(vault.names('acme')).toEqual([]);
    secrets.clearGiven();
    expect(() => secrets.credential('code')).toThrow(missing);
    expect(shown(secrets)).toEqual([]);
  }));

test('captures end with the host, or live as long as they may in all of them', () =>
  inVault(async (open) => {
    const [one, two] = [await open(), await open()];
    one.secrets.keep({ name: 'session', bytes: Buffer.from('of one'), lifetime: undefined });
    one.secrets.keep({ name: 'token', bytes: Buffer.from('of all'), lifetime: 60 });
    expect([text(one.secrets.capture('session')), text(one.secrets.capture('token'))]).toEqual([
      'of one',
      'of all',
    ]);
    expect([text(two.secrets.capture('session')), text(two.secrets.capture('token'))]).toEqual([
      undefined,
      'of all',
    ]);
    expect(shown(one.secrets)).toEqual([
      ['capture.token', 'of all'],
      ['capture.session', 'of one'],
    ]);
    two.secrets.keep({ name: 'token', bytes: Buffer.from('of two'), lifetime: 60 });
    expect(text(one.secrets.capture('token'))).toBe('of two');
    now += 60_000;
    expect(one.secrets.capture('token')).toBeUndefined();
    expect(one.secrets.credential('capture.session')).toBeUndefined();
    one.secrets.close();
    expect(one.secrets.capture('session')).toBeUndefined();
  }));
