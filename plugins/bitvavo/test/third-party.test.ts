import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import bitvavo, { type Bitvavo } from 'bitvavo';
import { emulator } from '../emulator/index.js';
import type { Running } from '../emulator/testing/signed-client.js';

// Bitvavo's own client drives the emulator, so that plugin and emulator do not share one misreading.

let running: Running;
let client: Bitvavo;

beforeEach(async () => {
  running = await emulator.start();
  client = connect(running.credentials.apiSecret ?? '');
});

afterEach(() => running.close());

function connect(secret: string): Bitvavo {
  return bitvavo().options({
    apikey: running.credentials.apiKey ?? '',
    apisecret: secret,
    resturl: `${running.baseUrl}/v2`,
    wsurl: `${running.origins['wss://ws.bitvavo.com']}/v2/`,
  });
}

test('it reads what the account holds, and every trade and transfer', async () => {
  expect(await client.balance({})).toContainEqual({
    symbol: 'BTC',
    available: '0.00972371',
    inOrder: '0.0025',
  });
  expect(await client.balance({ symbol: 'EUR' })).toHaveLength(1);
  const trades = await client.trades('BTC-EUR', {});
  const [, second] = trades;
  expect(await client.trades('BTC-EUR', { limit: 2, tradeIdTo: second?.id })).toEqual(trades.slice(1, 3));
  expect(await client.trades('BTC-EUR', { tradeIdFrom: second?.id })).toEqual(trades.slice(0, 2));
  expect(await client.depositHistory({ symbol: 'EUR', limit: 2 })).toHaveLength(2);
  expect(await client.withdrawalHistory({})).toHaveLength(3);
  running.journal.expectClean();
});

test('it reads orders, with an empty parameter left out', async () => {
  const [open] = await client.ordersOpen({});
  expect(await client.getOrder('BTC-EUR', open?.orderId)).toEqual(open);
  expect(await client.getOrders('BTC-EUR', { limit: 1 })).toEqual([open]);
  running.journal.expectClean();
});

test('it reads markets and prices', async () => {
  expect(await client.markets({ market: 'BTC-EUR' })).toMatchObject({ tickSize: '1' });
  expect(await client.assets({ symbol: 'BTC' })).toMatchObject({ networks: ['BTC'] });
  expect(await client.candles('BTC-EUR', '1h', { limit: 3 })).toHaveLength(3);
  expect(await client.ticker24h({ market: 'BTC-EUR' })).toMatchObject({ last: '81240' });
  expect(await client.book('BTC-EUR', { depth: 1 })).toMatchObject({ bids: [['81199.38', '1']] });
  running.journal.expectClean();
});

test('it is told in words what is wrong', async () => {
  await expect(connect('wrong').balance({})).rejects.toBe('Signature is invalid.');
  await expect(client.trades('BTC-EUR', { limit: 1001 })).rejects.toBe('limit parameter is invalid.');
});

test('it authenticates on the WebSocket, asks there and keeps a book', async () => {
  const { websocket } = client;
  const answers = client.getEmitter();
  const balance = once(answers, 'balance');
  await websocket.balance({ symbol: 'EUR' });
  expect(await balance).toEqual([await client.balance({ symbol: 'EUR' })]);

  const books: { nonce: number; bids: unknown }[] = [];
  const isKept = new Promise<void>((resolve) => {
    void websocket.subscriptionBook('BTC-EUR', (book) => {
      books.push(structuredClone(book));
      if (books.length === 1) running.beat();
      else resolve();
    });
  });
  await isKept;
  expect(books[1]).toMatchObject({ nonce: 1, bids: (await client.book('BTC-EUR', {})).bids });
  await websocket.close();
  running.journal.expectClean();
});
