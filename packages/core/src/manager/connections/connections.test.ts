import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildGuest } from '../../cell/fixtures/build-guest.js';
import { Hosts } from '../../testing/hosts.js';
import { writeToyPlugin } from '../../testing/toy-plugin.js';
import type { PluginManager } from '../plugin-manager.js';
import { ACME_ONLINE, AcmeInstitution, CODE, PASSWORD } from '../../testing/acme-institution.js';
import type { AskedCode, LogInOptions } from './log-in.js';

let hosts: Hosts;
let acme: AcmeInstitution;
let origins: Readonly<Record<string, string>>;
let manager: PluginManager;

beforeAll(buildGuest);
beforeEach(async () => {
  hosts = new Hosts();
  acme = new AcmeInstitution();
  origins = await acme.open();
  writeToyPlugin(hosts.plugins, ACME_ONLINE);
  manager = start();
  await manager.installer.approve('acme');
});
afterEach(async () => {
  await hosts.end();
  await acme.close();
});

const start = (): PluginManager => hosts.start({ vault: { keychain: false } });
const connect = (password = PASSWORD) =>
  manager.connections.add({ plugin: 'acme', credentials: { password }, origins });
const listAccounts = (id = 'acme', options: LogInOptions = {}): Promise<unknown> =>
  manager.connections.use(id, (session) => session.call('account', 'listAccounts', {}), options);
/** Lets time pass at once. */
const impatient = { wait: async () => undefined };

describe('a connection', () => {
  test('is made of what the plugin asks for, and says that it is a development one', async () => {
    expect(manager.connections.credentialsAskedBy('acme').map(({ name }) => name)).toEqual([
      'password',
      'code',
    ]);
    expect(await connect()).toMatchObject({
      id: 'acme',
      name: 'Acme Securities',
      environment: 'development',
      origins,
    });
    expect(await connect()).toMatchObject({ id: 'acme-2' });
    expect(manager.connections.list()).toHaveLength(2);
    expect(acme.requests).toEqual([]);
  });

  test('is not made without what the plugin needs, nor with what it does not know or gets at each login', async () => {
    const add = (credentials: Readonly<Record<string, string>>) =>
      manager.connections.add({ plugin: 'acme', credentials, origins });
    await expect(add({})).rejects.toMatchObject({
      code: 'CREDENTIAL_MISSING',
      message: '"Password" is missing.',
    });
    await expect(add({ password: 'x', pin: '1' })).rejects.toMatchObject({ code: 'CREDENTIAL_INVALID' });
    await expect(add({ password: 'x', code: '1' })).rejects.toMatchObject({ code: 'CREDENTIAL_INVALID' });
    await expect(add({ password: 'line\nbreak' })).rejects.toMatchObject({ code: 'CREDENTIAL_INVALID' });
    const elsewhere = { 'https://other.example': 'http://127.0.0.1:1' };
    await expect(
      manager.connections.add({ plugin: 'acme', credentials: { password: 'x' }, origins: elsewhere }),
    ).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
    expect(manager.connections.list()).toEqual([]);
  });

  test('logs in when it is first used, once, and the plugin sees neither password nor session', async () => {
    await connect();
    expect(await listAccounts()).toMatchObject({ items: [{ id: 'A1' }] });
    expect(await listAccounts()).toMatchObject({ items: [{ id: 'A1' }] });
    expect(acme.count('/login')).toBe(1);
    expect(acme.count(PASSWORD)).toBe(1);
  });

  test('whose session is lost logs in once more and goes on', async () => {
    await connect();
    await listAccounts();
    acme.loseSession = true;
    expect(await listAccounts()).toMatchObject({ items: [{ id: 'A1' }] });
    expect(acme.count('/login')).toBe(2);
  });

  test('that is forgotten leaves nothing in the vault', async () => {
    await connect();
    await listAccounts();
    await manager.connections.remove('acme');
    expect(manager.connections.list()).toEqual([]);
    await expect(listAccounts()).rejects.toMatchObject({ code: 'CONNECTION_UNKNOWN' });
    await connect('another password');
    expect(await manager.connections.credentialsOf('acme')).toEqual(['password']);
  });

  test('that is forgotten takes with it what its plugin kept', async () => {
    writeToyPlugin(hosts.plugins, {
      id: 'keeper',
      script: `module.exports = { default: { type: 'broker', activate: ({ storage }) => ({ account: {
        listAccounts: async () => {
          const name = (await storage.get('name')) ?? 'nothing';
          await storage.set('name', 'kept');
          return { items: [{ id: 'A1', name }] };
        },
      } }) } };`,
      manifest: { api: '>=1.1.0 <2.0.0', services: ['account'], statements: [], storage: '8KiB' },
    });
    const next = start();
    await next.installer.approve('keeper');
    const list = () =>
      next.connections.use('keeper', (session) => session.call('account', 'listAccounts', {}));
    await next.connections.add({ plugin: 'keeper', credentials: {} });
    expect(await list()).toMatchObject({ items: [{ name: 'nothing' }] });
    expect(await list()).toMatchObject({ items: [{ name: 'kept' }] });
    await next.connections.remove('keeper');
    await next.connections.add({ plugin: 'keeper', credentials: {} });
    expect(await list()).toMatchObject({ items: [{ name: 'nothing' }] });
  });

  test('that another host gives other credentials logs in with these at its next call', async () => {
    await connect();
    await listAccounts();
    const other = start();
    await other.connections.setCredentials('acme', { password: 'another password' });
    await expect(listAccounts()).rejects.toMatchObject({ code: 'AUTH_INVALID' });
    expect(acme.count('another password')).toBe(1);
    await other.connections.setCredentials('acme', { password: PASSWORD });
    expect(await listAccounts()).toMatchObject({ items: [{ id: 'A1' }] });
    expect(acme.count('/login')).toBe(3);
  });

  test('is there in the next run', async () => {
    await connect();
    await hosts.close(manager);
    manager = start();
    expect(await listAccounts()).toMatchObject({ items: [{ id: 'A1' }] });
  });
});

describe('refused credentials', () => {
  test('are not tried again by themselves, also not in another host, until others are given', async () => {
    await connect('a wrong password');
    await expect(listAccounts()).rejects.toMatchObject({
      code: 'AUTH_INVALID',
      message: 'No such user or password.',
    });
    await expect(listAccounts()).rejects.toMatchObject({ code: 'AUTH_INVALID' });
    await hosts.close(manager);
    manager = start();
    await expect(listAccounts()).rejects.toMatchObject({
      code: 'AUTH_INVALID',
      remedy: expect.stringContaining('bourse connect acme'),
    });
    expect(acme.count('/login')).toBe(1);
    expect(manager.connections.get('acme').refusedLogin).toMatchObject({ code: 'AUTH_INVALID' });
    await manager.connections.setCredentials('acme', { password: PASSWORD });
    expect(await listAccounts()).toMatchObject({ items: [{ id: 'A1' }] });
    expect(manager.connections.get('acme').refusedLogin).toBeUndefined();
  });

  test('are tried again when the user says so', async () => {
    await connect('a wrong password');
    await expect(listAccounts()).rejects.toMatchObject({ code: 'AUTH_INVALID' });
    await expect(manager.connections.logIn('acme')).rejects.toMatchObject({ code: 'AUTH_INVALID' });
    expect(acme.count('/login')).toBe(2);
  });
});

describe('a second factor', () => {
  test('that is a code is asked for, and only the gateway has it', async () => {
    acme.secondFactor = 'CODE';
    await connect();
    const asked: AskedCode[] = [];
    await manager.connections.logIn('acme', {
      askCode: async (code) => {
        asked.push(code);
        return CODE;
      },
    });
    expect(asked).toEqual([{ method: 'CODE', label: 'Code from the app', message: 'Look at your phone' }]);
    expect(acme.count(CODE)).toBe(1);
    expect(await manager.connections.credentialsOf('acme')).toEqual(['password']);
  });

  test('that nobody can give is said, and the password is not blamed', async () => {
    acme.secondFactor = 'CODE';
    await connect();
    await expect(listAccounts()).rejects.toMatchObject({ code: 'AUTH_SECOND_FACTOR_REQUIRED' });
    await expect(listAccounts('acme', { askCode: async () => '00000000' })).rejects.toMatchObject({
      code: 'AUTH_SECOND_FACTOR_REQUIRED',
    });
    expect(manager.connections.get('acme').refusedLogin).toBeUndefined();
  });

  test('in an app is waited for', async () => {
    acme.secondFactor = 'IN_APP';
    acme.approvedAfter = 3;
    await connect();
    const told: (string | undefined)[] = [];
    await manager.connections.logIn('acme', { ...impatient, onApprovalNeeded: (text) => told.push(text) });
    expect(told).toEqual(['Look at your phone']);
    expect(acme.count('/login')).toBe(4);
  });

  test('in an app is not waited for beyond its deadline, nor when the user stops', async () => {
    acme.secondFactor = 'IN_APP';
    acme.approvedAfter = Infinity;
    await connect();
    await expect(manager.connections.logIn('acme', { ...impatient, approvalMs: 0 })).rejects.toMatchObject({
      code: 'AUTH_SECOND_FACTOR_REQUIRED',
      message: expect.stringContaining('not approved'),
    });
    const stop = new AbortController();
    const waiting = manager.connections.logIn('acme', {
      signal: stop.signal,
      onApprovalNeeded: () => stop.abort(),
    });
    await expect(waiting).rejects.toThrow();
  });
});

describe('what the user grants', () => {
  test('and takes back holds from the next request of a running cell on, also when another host does it', async () => {
    await connect();
    await listAccounts();
    const other = start();
    const accounts = other.info('acme').permissions.find(({ why }) => why === 'reads accounts');
    await other.installer.revoke('acme', accounts?.id ?? '');
    await expect(listAccounts()).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
    await other.installer.approve('acme', { without: [] });
    expect(await listAccounts()).toMatchObject({ items: [{ id: 'A1' }] });
    expect(acme.count('/login')).toBe(1);
  });
});

describe('a lease', () => {
  test('is held by one host at a time', async () => {
    await connect();
    const lease = await manager.connections.lease('acme');
    const other = start();
    await expect(other.connections.lease('acme')).rejects.toMatchObject({
      code: 'CONNECTION_BUSY',
      message: expect.stringMatching(`process ${process.pid}, since 20`),
    });
    await lease.release();
    const taken = await other.connections.lease('acme');
    expect(taken.signal.aborted).toBe(false);
    await taken.release();
  });
});

test('everything that a connection does is written down, without its secrets', async () => {
  await connect();
  await listAccounts();
  await (await manager.connections.lease('acme')).release();
  await manager.connections.remove('acme');
  expect(await (await manager.audit.open()).verify()).toMatchObject({ isIntact: true, findings: [] });
  const folder = join(hosts.home, 'audit');
  const lines = readdirSync(folder)
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line));
  expect(lines.map(({ kind, action, outcome }) => [kind, action ?? outcome ?? ''].join(' '))).toEqual([
    'grant granted',
    'connection added',
    'credential saved',
    'request ',
    'requestEnd complete',
    'login logIn',
    'request ',
    'requestEnd complete',
    'sync started',
    'sync ended',
    'credential removed',
    'connection forgotten',
  ]);
  expect(JSON.stringify(lines)).not.toContain(PASSWORD);
  expect(lines.every(({ plugin }) => plugin === 'acme')).toBe(true);
});
