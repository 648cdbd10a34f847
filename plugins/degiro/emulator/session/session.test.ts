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

describe('a call is refused with 401', () => {
  test.each([
    ['cookie', `${INFO};jsessionid=S?sessionId=S`, {}],
    ['matrix parameter', `${INFO}?sessionId=S`, { cookie: 'JSESSIONID=S' }],
    ['query', `${INFO};jsessionid=S`, { cookie: 'JSESSIONID=S' }],
    ['one and the same session', `${INFO};jsessionid=S?sessionId=OTHER`, { cookie: 'JSESSIONID=S' }],
  ])('without the %s', async (_, path, headers: Record<string, string>) => {
    const cookie = headers.cookie?.replace('=S', `=${client.session}`);
    const url = running.baseUrl + path.replaceAll('=S', `=${client.session}`);
    const answer = await fetch(url, {
      headers: { 'user-agent': AGENT, ...(cookie === undefined ? {} : { cookie }) },
    });
    expect(answer.status).toBe(401);
  });

  test('when the session was idle for more than half an hour; each call begins it anew', async () => {
    for (let calls = 0; calls < 3; calls += 1) {
      now += 29 * 60_000;
      expect((await client.call(INFO)).status).toBe(200);
    }
    now += 31 * 60_000;
    expect((await client.call(INFO)).status).toBe(401);
    expect((await client.call(INFO)).status).toBe(401);
  });

  test('after the logout', async () => {
    expect((await client.call('/trading/secure/logout', {}, { method: 'PUT' })).status).toBe(200);
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
