import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { emulator } from './index.js';
import { signatureOf } from './signature.js';
import { StreamClient } from './testing/stream-client.js';
import type { Running } from './testing/signed-client.js';

/** The moment of the documentation's example. */
const NOW = 1_548_175_200_641;
let running: Running;
let client: StreamClient;

beforeEach(async () => {
  running = await emulator.start({ clock: () => NOW, credentials: { apiSecret: 'bitvavo' } });
  client = await StreamClient.open(`${running.origins['wss://ws.bitvavo.com']}/v2/`);
});

afterEach(async () => {
  client.close();
  await running.close();
});

const authenticate = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  action: 'authenticate',
  key: running.credentials.apiKey,
  signature: '653fc0505431c63a043273da4bd2f0927eae83948d796084f313e5d1131b0d6f',
  timestamp: NOW,
  window: 10_000,
  ...changes,
});

const subscribe = (name: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  action: 'subscribe',
  channels: [{ name, markets: ['BTC-EUR'], ...more }],
});

test('the signature of the documentation authenticates at its moment', async () => {
  expect(await client.ask(authenticate())).toEqual({ event: 'authenticate', authenticated: true });
  running.journal.expectClean();
});

test('a wrong signature and an old one do not', async () => {
  expect(await client.ask(authenticate({ signature: '0'.repeat(64) }))).toMatchObject({ errorCode: 309 });
  const timestamp = NOW - 120_000;
  const request = { timestamp: String(timestamp), method: 'GET', target: '/v2/websocket', body: '' };
  const signature = signatureOf('bitvavo', request);
  expect(await client.ask(authenticate({ timestamp, signature }))).toMatchObject({ errorCode: 304 });
});

test('the account channel is refused before, and tells of fills after', async () => {
  expect(await client.ask(subscribe('account'))).toMatchObject({ action: 'subscribe', errorCode: 300 });
  await client.ask(authenticate());
  expect(await client.ask(subscribe('account'))).toEqual({
    event: 'subscribed',
    subscriptions: { account: ['BTC-EUR'] },
  });
  running.state.feed.fill({
    id: 'f1',
    time: NOW,
    type: 'buy',
    symbol: 'BTC',
    change: '0.001',
    quote: { symbol: 'EUR', price: '80000', change: '-80.2' },
    fee: { symbol: 'EUR', amount: '0.2' },
  });
  expect(await client.next()).toMatchObject({ event: 'fill', fillId: 'f1', amount: '0.001', price: '80000' });
});

test('each channel tells of a tick in its own words', async () => {
  for (const name of ['ticker', 'trades', 'book', 'ticker24h']) await client.ask(subscribe(name));
  expect(await client.ask(subscribe('candles', { interval: ['1h'] }))).toEqual({
    event: 'subscribed',
    subscriptions: {
      ticker: ['BTC-EUR'],
      trades: ['BTC-EUR'],
      book: ['BTC-EUR'],
      ticker24h: ['BTC-EUR'],
      candles: { '1h': ['BTC-EUR'] },
    },
  });
  running.state.feed.tick('BTC-EUR', '90000');
  expect(await client.next()).toMatchObject({
    event: 'ticker',
    market: 'BTC-EUR',
    lastPrice: '90000',
    bestBid: '89955',
  });
  expect(await client.next()).toMatchObject({ event: 'trade', price: '90000', timestamp: NOW });
  expect(await client.next()).toMatchObject({
    event: 'book',
    nonce: 1,
    bids: expect.arrayContaining([
      ['89955', '1'],
      ['81199.38', '0'],
    ]),
  });
  expect(await client.next()).toMatchObject({
    event: 'ticker24h',
    data: [{ market: 'BTC-EUR', last: '90000', ask: '90045' }],
  });
  expect(await client.next()).toMatchObject({
    event: 'candle',
    interval: '1h',
    candle: [[expect.any(Number), ...Array(5).fill(expect.any(String))]],
  });
});

test('no other market is heard, and none after unsubscribing', async () => {
  await client.ask(subscribe('ticker'));
  running.state.feed.tick('ETH-EUR', '2000');
  running.state.feed.tick('BTC-EUR', '90000');
  expect(await client.next()).toMatchObject({ market: 'BTC-EUR' });
  expect(await client.ask({ ...subscribe('ticker'), action: 'unsubscribe' })).toEqual({
    event: 'unsubscribed',
    subscriptions: {},
  });
  running.state.feed.tick('BTC-EUR', '90001');
  expect(await client.ask(subscribe('book'))).toMatchObject({ event: 'subscribed' });
});

test.each([
  [
    'a market that does not exist',
    { action: 'subscribe', channels: [{ name: 'ticker', markets: ['XXX-EUR'] }] },
    205,
  ],
  ['candles without an interval', subscribe('candles'), 205],
])('%s is refused', async (_, message, errorCode) => {
  expect(await client.ask(message)).toMatchObject({ action: 'subscribe', errorCode });
});

describe('an action', () => {
  test('tells what REST tells, in public and, once authenticated, of the account', async () => {
    expect(await client.ask({ action: 'getTickerPrice', market: 'BTC-EUR', requestId: 7 })).toEqual({
      action: 'getTickerPrice',
      requestId: 7,
      response: { market: 'BTC-EUR', price: '81240' },
    });
    expect(await client.ask({ action: 'getBook', market: 'BTC-EUR', depth: 1 })).toMatchObject({
      response: { market: 'BTC-EUR', nonce: 0, bids: [['81199.38', '1']], asks: [['81280.62', '1']] },
    });
    expect(await client.ask({ action: 'privateGetBalance' })).toMatchObject({
      action: 'privateGetBalance',
      errorCode: 300,
    });
    await client.ask(authenticate());
    expect(await client.ask({ action: 'privateGetBalance', symbol: 'EUR' })).toMatchObject({
      action: 'privateGetBalance',
      response: [{ symbol: 'EUR' }],
    });
    running.journal.expectClean();
  });

  test('costs what REST costs', async () => {
    await client.ask(authenticate());
    for (let calls = 0; calls < 10; calls += 1) {
      expect(await client.ask({ action: 'privateGetOrdersOpen' })).toMatchObject({
        response: [{ status: 'new' }],
      });
    }
    expect(await client.ask({ action: 'privateGetOrdersOpen', requestId: 'x' })).toMatchObject({
      requestId: 'x',
      errorCode: 103,
    });
  });

  test('with a parameter that nobody knows is refused, and makes the journal unclean', async () => {
    expect(await client.ask({ action: 'getTime', zone: 'CET' })).toMatchObject({ errorCode: 200 });
    expect(() => running.journal.expectClean()).toThrow(/zone/);
  });
});

test('a message that is not documented makes the journal unclean', async () => {
  expect(await client.ask({ action: 'privateCreateOrder' })).toMatchObject({ errorCode: 110 });
  expect(() => running.journal.expectClean()).toThrow(/privateCreateOrder/);
});

test('every beat moves the markets that are listened to, and no other', async () => {
  const before = { ...running.scenario.prices };
  await client.ask(subscribe('ticker'));
  running.beat();
  expect(await client.next()).toMatchObject({ event: 'ticker', market: 'BTC-EUR' });
  const { 'BTC-EUR': moved, ...others } = running.scenario.prices;
  expect(moved).not.toBe(before['BTC-EUR']);
  expect({ ...others, 'BTC-EUR': before['BTC-EUR'] }).toEqual(before);
});
