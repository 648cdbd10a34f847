import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { emulator } from './index.js';
import { signatureOf } from './signature.js';
import { getSigned, type Running } from './testing/signed-client.js';

const NOW = Date.parse('2026-10-15T12:00:00Z');
let now: number;
let running: Running;

beforeEach(async () => {
  now = NOW;
  running = await emulator.start({ clock: () => now });
});

afterEach(() => running.close());

describe('known answers of the documentation, with the secret "bitvavo"', () => {
  test('GET /v2/websocket', () => {
    const request = { timestamp: '1548175200641', method: 'GET', target: '/v2/websocket', body: '' };
    expect(signatureOf('bitvavo', request)).toBe(
      '653fc0505431c63a043273da4bd2f0927eae83948d796084f313e5d1131b0d6f',
    );
  });

  test('POST /v2/order', () => {
    const body = '{"market":"BTC-EUR","side":"buy","price":"5000","amount":"1.23","orderType":"limit"}';
    const request = { timestamp: '1548172481125', method: 'POST', target: '/v2/order', body };
    expect(signatureOf('bitvavo', request)).toBe(
      '44d022723a20973a18f7ee97398b9fdd405d2d019c8d39e24b8cc0dcb39ca016',
    );
  });
});

test('a signed request is answered, and the journal says that it was', async () => {
  expect((await getSigned(running, '/account')).status).toBe(200);
  expect(running.journal.entries).toMatchObject([
    { route: 'GET /v2/account', verdict: { signature: 'valid' } },
  ]);
  running.journal.expectClean();
});

test('the query is signed as it was sent', async () => {
  expect((await getSigned(running, '/trades?market=%42TC-EUR&limit=1')).status).toBe(200);
});

test.each([
  ['key of another length', { 'bitvavo-access-key': 'short' }, 301],
  ['timestamp in seconds', { 'bitvavo-access-timestamp': '1700000000' }, 302],
  ['window over a minute', { 'bitvavo-access-window': '60001' }, 303],
  ['window under 100 ms', { 'bitvavo-access-window': '99' }, 303],
  ['timestamp 11 seconds old', { 'bitvavo-access-timestamp': String(NOW - 11_000) }, 304],
  ['timestamp 11 seconds ahead', { 'bitvavo-access-timestamp': String(NOW + 11_000) }, 304],
  ['unknown key', { 'bitvavo-access-key': 'x'.repeat(64) }, 305],
  ['signature of another length', { 'bitvavo-access-signature': 'ab' }, 308],
  ['wrong signature', { 'bitvavo-access-signature': '0'.repeat(64) }, 309],
])('%s is refused', async (_, changes, errorCode) => {
  const answer = await getSigned(running, '/balance', changes);
  expect([answer.status, await answer.json()]).toMatchObject([403, { errorCode }]);
  expect(running.journal.entries).toMatchObject([{ verdict: { signature: 'invalid' } }]);
});

test('a wider window lets an old timestamp through', async () => {
  const changes = { 'bitvavo-access-timestamp': String(NOW - 59_000), 'bitvavo-access-window': '60000' };
  expect((await getSigned(running, '/account', changes)).status).toBe(200);
});

test('without a signature only public endpoints answer', async () => {
  expect((await fetch(`${running.baseUrl}/v2/time`)).status).toBe(200);
  const answer = await fetch(`${running.baseUrl}/v2/account`);
  expect([answer.status, await answer.json()]).toMatchObject([403, { errorCode: 300 }]);
  expect(running.journal.of('GET /v2/account')).toMatchObject([{ verdict: { signature: 'missing' } }]);
});

test('a parameter that is not documented is refused, and the journal is not clean', async () => {
  const answer = await getSigned(running, '/balance?market=BTC-EUR');
  expect([answer.status, await answer.json()]).toMatchObject([400, { errorCode: 200 }]);
  expect(() => running.journal.expectClean()).toThrow(/market/);
});

test('an endpoint that trades does not exist here', async () => {
  expect((await fetch(`${running.baseUrl}/v2/order`, { method: 'POST' })).status).toBe(501);
});

describe('the budget', () => {
  const spend = async (weight: number): Promise<void> => {
    for (let spent = 0; spent < weight; spent += 100) await getSigned(running, '/ordersOpen');
  };

  test('is told in each answer and begins anew with the minute', async () => {
    const headers = async (): Promise<unknown[]> => {
      const answer = await getSigned(running, '/balance');
      return ['limit', 'remaining', 'resetat'].map((name) => answer.headers.get(`bitvavo-ratelimit-${name}`));
    };
    expect(await headers()).toEqual(['1000', '995', String(NOW + 60_000)]);
    expect(await headers()).toEqual(['1000', '990', String(NOW + 60_000)]);
    now += 60_000;
    expect(await headers()).toEqual(['1000', '995', String(NOW + 120_000)]);
  });

  test('ends with 103, then with a ban whose end only the text tells', async () => {
    await spend(1000);
    const limited = await getSigned(running, '/time');
    expect([limited.status, await limited.json()]).toMatchObject([429, { errorCode: 103 }]);
    const banned = await getSigned(running, '/time');
    expect(await banned.json()).toMatchObject({
      errorCode: 105,
      error: expect.stringContaining(`The ban expires at ${NOW + 60_000}.`),
    });
    now += 59_999;
    expect((await getSigned(running, '/time')).status).toBe(429);
    now += 1;
    expect((await getSigned(running, '/time')).status).toBe(200);
  });

  test('a ban can be injected', async () => {
    running.faults.inject('banned');
    const answer = await getSigned(running, '/time');
    expect([answer.status, await answer.json()]).toMatchObject([429, { errorCode: 105 }]);
  });
});
