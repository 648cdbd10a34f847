import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ProblemError } from '@bourse/core/interfaces';
import { defineBroker } from '../index.js';
import { defineEmulator, json, type Call } from '../emulator/index.js';
import { mockHost, type MockHost } from './mock-host.js';
import { throughEmulator } from './through-emulator.js';

const ORIGIN = 'https://api.acme.example';
const KEY = 'the secret of the emulator';
const NOW = '2026-03-01T09:30:00Z';

const MANIFEST = {
  ...{ id: 'acme', type: 'broker', institution: 'Acme', api: '>=1.1.0 <2.0.0', main: './dist/plugin.js' },
  ...{ services: ['account'], portfolio: 'derived' },
  credentials: { apiKey: { label: 'Key', secret: true } },
  schemes: {
    signed: {
      steps: [
        { name: 'now', time: 'milliseconds' },
        { name: 'content', concat: [{ step: 'now' }, { request: 'method' }, { request: 'pathAndQuery' }] },
        { name: 'mac', hmac: 'sha256', key: { credential: 'apiKey' }, of: { step: 'content' } },
        { name: 'signature', encode: { step: 'mac' }, as: 'hex' },
      ],
      place: [
        { header: 'x-time', value: { step: 'now' } },
        { header: 'x-signature', value: { step: 'signature' } },
      ],
    },
    session: { place: [{ header: 'x-session', value: { capture: 'session' } }] },
  },
  network: [
    {
      ...{ origin: ORIGIN, methods: ['GET'], paths: ['/login'], access: 'read', why: 'logs in' },
      ...{ credentials: ['apiKey'], scheme: 'signed' },
      captures: [{ name: 'session', from: { json: '/session' } }],
    },
    {
      ...{ origin: ORIGIN, methods: ['GET'], paths: ['/account'], access: 'read', why: 'reads' },
      ...{ credentials: ['session'], scheme: 'session' },
    },
  ],
};

/** Hands out a session for a signature that is right, and tells of the account for a session. */
const emulator = defineEmulator({
  name: 'acme',
  origins: [ORIGIN],
  credentials: { apiKey: KEY },
  scenario: () => ({ session: 'a session of some length' }),
  state: () => ({}),
  routes: [
    {
      method: 'GET',
      path: '/login',
      answer: (call, { scenario }) =>
        isSigned(call) ? json({ session: scenario.session }) : json({}, { status: 401 }),
    },
    {
      method: 'GET',
      path: '/account',
      answer: (call, { scenario }) =>
        call.header('x-session') === scenario.session ? json({ id: 'A-1' }) : json({}, { status: 401 }),
    },
  ],
});

function isSigned(call: Call): boolean {
  const content = `${Date.parse(NOW)}GET${call.target}`;
  return call.header('x-signature') === createHmac('sha256', KEY).update(content).digest('hex');
}

const seen: string[] = [];

const plugin = defineBroker({
  activate: () => ({
    account: {
      listAccounts: async ({ cursor }) => {
        const login = await fetch(`${ORIGIN}/login?user=me`);
        seen.push(await login.text());
        const answer = await fetch(`${ORIGIN}/${cursor ?? 'account'}`);
        return { items: [{ id: ((await answer.json()) as { id: string }).id, cash: [] }] };
      },
    },
  }),
});

let folder: string;
let running: Awaited<ReturnType<typeof emulator.start>>;
let host: MockHost;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bourse-through-'));
  writeFileSync(join(folder, 'plugin.json'), JSON.stringify(MANIFEST));
  running = await emulator.start({ clock: () => Date.parse(NOW) });
  seen.length = 0;
  host = mockHost({ plugin, network: throughEmulator(running, folder), now: NOW });
});

afterEach(async () => {
  await host.deactivate();
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a request is signed as plugin.json says, and what it captures the plugin never sees', async () => {
  expect(await host.list('account', 'listAccounts')).toEqual([{ id: 'A-1', cash: [] }]);
  expect(seen).toHaveLength(1);
  expect(seen[0]).not.toContain(running.scenario.session);
  running.journal.expectClean();
});

test('a path that no permission covers is refused before anything is sent', async () => {
  await expect(host.call('account', 'listAccounts', { cursor: 'orders' })).rejects.toMatchObject({
    code: 'PERMISSION_DENIED',
  });
});

test('an institution that cuts off is unavailable', async () => {
  running.faults.inject({ kind: 'reset' });
  const failure = await host.list('account', 'listAccounts').catch((error: unknown) => error);
  expect(failure).not.toBeInstanceOf(ProblemError);
  expect(failure).toMatchObject({ code: 'UNAVAILABLE' });
  expect(await host.list('account', 'listAccounts')).toHaveLength(1);
});
