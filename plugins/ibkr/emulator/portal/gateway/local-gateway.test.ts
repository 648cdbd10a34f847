import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { emulator } from '../../index.js';

let running: Awaited<ReturnType<typeof emulator.start>>;
let now: number;

beforeEach(async () => {
  now = Date.parse('2024-03-21T20:00:00Z');
  running = await emulator.start({ clock: () => now });
});

afterEach(() => running.close());

const ask = (method: string, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${running.origins['loopback:5000'] ?? ''}/v1/api${path}`, { method, ...init });

const json = async (method: string, path: string, body?: object): Promise<unknown> =>
  (await ask(method, path, body === undefined ? {} : { body: JSON.stringify(body) })).json();

describe('the gateway', () => {
  test('has no session before the user has logged in by browser', async () => {
    running.scenario.gateway.login = 'none';
    for (const [method, path] of [
      ['POST', '/iserver/auth/status'],
      ['POST', '/tickle'],
      ['GET', '/portfolio/accounts'],
    ] as const)
      expect((await ask(method, path)).status).toBe(401);
    running.journal.expectClean();
  });

  test('has one afterwards, until he logs out', async () => {
    expect(await json('POST', '/iserver/auth/status')).toMatchObject({
      authenticated: true,
      competing: false,
    });
    expect(await json('POST', '/tickle')).toMatchObject({ iserver: { authStatus: { authenticated: true } } });
    expect(await json('GET', '/iserver/accounts')).toMatchObject({ accounts: ['U7654321'] });
    expect(await json('GET', '/portfolio/accounts')).toMatchObject([{ accountId: 'U7654321' }]);
    expect(await json('POST', '/logout')).toEqual({ status: true });
    expect((await ask('POST', '/iserver/auth/status')).status).toBe(401);
    running.journal.expectClean();
  });

  test('has a session of its own, beside that of who signs', async () => {
    await json('POST', '/tickle');
    expect(running.state.portal.session).toBeUndefined();
    expect(running.issued.map(({ name }) => name)).toEqual(['gatewaySession']);
  });

  test('opens a brokerage session, and takes that of another place only where it is told to', async () => {
    running.scenario.gateway.isCompeting = true;
    expect(await json('POST', '/iserver/auth/status')).toMatchObject({
      authenticated: false,
      competing: true,
    });
    expect((await ask('GET', '/iserver/accounts')).status).toBe(401);
    const init = '/iserver/auth/ssodh/init';
    expect(await json('POST', init, { publish: true, compete: false })).toMatchObject({
      authenticated: false,
    });
    expect(await json('POST', init, { publish: true, compete: true })).toMatchObject({ authenticated: true });
    expect((await ask('GET', '/iserver/accounts')).status).toBe(200);
  });

  test('takes ten requests a second', async () => {
    const statuses = [];
    for (let index = 0; index < 11; index += 1)
      statuses.push((await ask('POST', '/iserver/auth/status')).status);
    expect(statuses).toEqual([...Array(10).fill(200), 429]);
  });

  test.each([
    ['POST', '/oauth/live_session_token', {}],
    ['GET', '/portfolio/accounts?page=0', {}],
    ['GET', '/portfolio/accounts', { headers: { authorization: 'OAuth realm="limited_poa"' } }],
  ] as const)('knows nothing of %s %s with %j', async (method, path, init) => {
    expect((await ask(method, path, init)).status).toBeGreaterThanOrEqual(400);
    expect(running.journal.violations).toHaveLength(1);
  });
});

test('the stream of the gateway opens with its session, and with nothing else', async () => {
  const open = (session: string): WebSocket =>
    new WebSocket(`${running.origins['loopback:5000']?.replace('http', 'ws') ?? ''}/v1/api/ws`, {
      headers: { cookie: `api=${session}` },
    });
  const refused = open('other');
  await once(refused, 'error');
  const { session } = (await json('POST', '/tickle')) as { session: string };
  const socket = open(session);
  const messages: string[] = [];
  const told = Promise.withResolvers<undefined>();
  socket.addEventListener('message', ({ data }) => {
    messages.push(String(data));
    if (String(data).includes('smd+265598')) told.resolve(undefined);
  });
  await once(socket, 'open');
  socket.send('smd+265598+{"fields":["84"]}');
  await told.promise;
  expect(messages.at(-1)).toContain('"84":"250.41"');
  socket.close();
  running.journal.expectClean();
});
