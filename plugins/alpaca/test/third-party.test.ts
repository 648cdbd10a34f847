import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Alpaca } from '@alpacahq/alpaca-trade-api';
import { emulator } from '../emulator/index.js';
import type { RunningAlpaca } from '../emulator/testing/keyed-client.js';

// Alpaca's own client drives the emulator, so that plugin and emulator do not share one misreading.

let running: RunningAlpaca;
let alpaca: Alpaca;

beforeEach(async () => {
  running = await emulator.start({ clock: () => Date.parse('2026-11-20T17:00:00Z') });
  alpaca = connect(running.credentials.secretKey ?? '');
});

afterEach(async () => {
  running.journal.expectClean();
  await running.close();
});

function connect(secret: string): Alpaca {
  return new Alpaca({
    keyId: running.credentials.keyId ?? '',
    secret,
    retry: false,
    fetchApi: async (url, init) => {
      const { origin, pathname, search } = new URL(String(url));
      return fetch(`${running.origins[origin] ?? ''}${pathname}${search}`, init);
    },
  });
}

const streamUrl = (origin: string, path: string): string => `${running.origins[origin] ?? ''}${path}`;

test('it reads the account and its positions', async () => {
  const account = await alpaca.trading.account.getAccount();
  expect(account).toMatchObject({ accountNumber: 'PA3TEST00001', currency: 'USD', status: 'ACTIVE' });
  const positions = await alpaca.trading.positions.getAllOpenPositions();
  expect(positions).toContainEqual(expect.objectContaining({ symbol: 'ORLY', qty: '11.25' }));
});

test('it pages through all activities', async () => {
  const ids: string[] = [];
  for (let pageToken: string | undefined; ; pageToken = ids.at(-1)) {
    const page = await alpaca.trading.accountActivities.getAccountActivities({
      direction: 'asc',
      pageSize: 50,
      ...(pageToken === undefined ? {} : { pageToken }),
    });
    ids.push(...page.map(({ id }) => id ?? ''));
    if (page.length < 50) break;
  }
  expect(ids).toEqual(running.scenario.activities.map(({ id }) => id).toSorted());
});

test('it reads executions, orders, assets, clock and calendar', async () => {
  const [fill] = await alpaca.trading.accountActivities.getAccountActivitiesByActivityType({
    activityType: 'FILL',
    direction: 'asc',
  });
  // It leaves out what only executions have, such as the side.
  expect(fill).toMatchObject({ symbol: 'AAPL', qty: '10' });
  const orders = await alpaca.trading.orders.getAllOrders({ status: 'closed', limit: 500 });
  expect(orders.find(({ symbol }) => symbol === 'AAPL')).toBeDefined();
  expect(await alpaca.trading.assets.getV2AssetsSymbolOrAssetId({ symbolOrAssetId: 'KO' })).toMatchObject({
    exchange: 'NYSE',
  });
  expect(await alpaca.trading.calendar.legacyCalendar({})).toHaveLength(251);
});

test('it reads bars and quotes', async () => {
  const { bars } = await alpaca.marketData.stocks.stockBars({
    symbols: 'AAPL,KO',
    timeframe: '1Day',
    start: new Date('2026-11-02T00:00:00Z'),
    feed: 'iex',
  });
  expect(bars.KO).toHaveLength(15);
  const { quotes } = await alpaca.marketData.stocks.stockLatestQuotes({ symbols: 'AAPL', feed: 'iex' });
  expect(quotes.AAPL?.ap).toBeGreaterThan(quotes.AAPL?.bp ?? Infinity);
});

test('it is refused with a wrong secret', async () => {
  await expect(connect('wrong').trading.account.getAccount()).rejects.toMatchObject({ status: 401 });
});

test('it streams quotes in MessagePack, with all digits of their times', async () => {
  const stream = alpaca.marketData.stockStream({
    feed: 'iex',
    url: streamUrl('wss://stream.data.alpaca.markets', '/v2/iex'),
  });
  const subscribed = new Promise((resolve) => stream.on('subscription', resolve));
  const quote = new Promise((resolve) => stream.onQuote(resolve));
  stream.onConnect(() => stream.subscribeForQuotes(['AAPL']));
  stream.connect();
  expect(await stream.whenAuthenticated()).toMatchObject({ authenticated: true });
  await subscribed;
  running.state.feed.publish({
    ...{ T: 'q', S: 'AAPL', bx: 'V', bp: 250.1, bs: 1, ax: 'V', ap: 250.14, as: 2, c: ['R'], z: 'C' },
    t: '2026-11-20T17:00:00.123456789Z',
  });
  expect(await quote).toMatchObject({
    symbol: 'AAPL',
    bidPrice: 250.1,
    askPrice: 250.14,
    timestampRaw: '2026-11-20T17:00:00.123456789Z',
  });
  stream.disconnect();
});

test('it listens to updates of orders', async () => {
  const stream = alpaca.trading.stream({ url: streamUrl('wss://paper-api.alpaca.markets', '/stream') });
  const update = new Promise((resolve) => stream.onTradeUpdate(resolve));
  const listening = new Promise((resolve) => stream.on('subscription', resolve));
  stream.onConnect(() => stream.subscribeTradeUpdates());
  stream.connect();
  expect(await stream.whenAuthenticated()).toMatchObject({ authenticated: true });
  await listening;
  running.state.feed.publishTradeUpdate({ event: 'fill', order: { id: 'one', symbol: 'KO' } });
  expect(await update).toMatchObject({ event: 'fill', order: { symbol: 'KO' } });
  stream.disconnect();
});
