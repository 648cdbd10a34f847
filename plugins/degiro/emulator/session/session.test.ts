import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { emulator } from '../index.js';
import { AGENT, TestClient, type RunningDegiro } from '../test-client.js';

let running: RunningDegiro;
let client: TestClient;
let now = 0;

beforeEach(async () => {
  now = Date.parse('2026-11-22T10:15:00Z');
  running = await emulator.start({ clock: () => now });
  client = new TestClient(running);
  await client.open();
});

afterEach(() => running.close());

const INFO = '/trading/secure/v5/account/info/41008277';

test('configuration and client name the account and the services', async () => {
  expect(await client.read('/login/secure/config')).toMatchObject({
    data: {
      clientId: 2_904_116,
      tradingUrl: 'https://trader.degiro.nl/trading/secure/',
      sessionId: client.session,
    },
  });
  expect(await client.read('/pa/secure/client')).toMatchObject({
    data: { id: 2_904_116, intAccount: 41_008_277 },
  });
  expect(await client.read(INFO)).toMatchObject({ data: { baseCurrency: 'EUR', marginType: 'CASH' } });
  running.journal.expectClean();
});

describe('the session of a call', () => {
  test.each([
    ['in cookie, path and query', 200, `${INFO};jsessionid=S?sessionId=S`, 'S'],
    ['in the path alone', 200, `${INFO};jsessionid=S`, undefined],
    ['in the query alone, where there is none in the path', 200, '/pa/secure/client?sessionId=S', undefined],
    ['in the cookie alone', 401, INFO, 'S'],
    ['missing in the cookie, where it stands nowhere else', 401, '/login/secure/config', undefined],
    ['one in the path and another one in the query', 401, `${INFO};jsessionid=S?sessionId=OTHER`, 'S'],
    ['one in the path and another one in the cookie', 401, `${INFO};jsessionid=S`, 'OTHER'],
  ])('%s: %i', async (_, status, path, cookie) => {
    const put = (text: string): string => text.replaceAll(/(?<![A-Z])S(?![A-Z])/g, client.session);
    const headers = { 'user-agent': AGENT, ...(cookie && { cookie: put(`JSESSIONID=${cookie}`) }) };
    expect((await fetch(running.baseUrl + put(path), { headers })).status).toBe(status);
  });
});

describe('a call is refused with 401', () => {
  test('when the session was idle for more than half an hour; each call begins it anew', async () => {
    for (let calls = 0; calls < 3; calls += 1) {
      now += 29 * 60_000;
      expect((await client.call(INFO)).status).toBe(200);
    }
    now += 31 * 60_000;
    expect((await client.call(INFO)).status).toBe(401);
    expect((await client.call(INFO)).status).toBe(401);
  });

  test.each(['PUT', 'GET'])('after the logout by %s', async (method) => {
    expect((await client.call('/trading/secure/logout', {}, { method })).status).toBe(200);
    expect((await client.call(INFO)).status).toBe(401);
  });

  test('when the session is lost', async () => {
    running.faults.inject('sessionLost', { route: 'accountInfo' });
    expect((await client.call(INFO)).status).toBe(401);
  });
});

test('another account, and a path that nobody knows, are not documented', async () => {
  expect((await client.call('/trading/secure/v5/account/info/1')).status).toBe(400);
  expect((await client.call('/trading/secure/v5/checkOrder', {}, { method: 'POST' })).status).toBe(501);
  expect(running.journal.violations).toHaveLength(2);
});
