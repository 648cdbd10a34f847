import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import Big from 'big.js';
import { readFileSync } from 'node:fs';
import { emulator } from '../index.js';
import { getSigned, readSigned, type Running } from '../testing/signed-client.js';

const NOW = Date.parse('2026-11-01T12:00:00Z');
let now = NOW;
let running: Running;

beforeAll(async () => {
  running = await emulator.start({ clock: () => now });
});

afterAll(() => running.close());

// Each test in a minute of its own, so that none uses up the budget of another.
beforeEach(() => {
  now += 60_000;
});

const read = async <Body>(path: string): Promise<Body> => readSigned<Body>(running, path);

const refusal = async (path: string): Promise<unknown> => {
  const answer = await getSigned(running, path);
  return [answer.status, ((await answer.json()) as { errorCode: number }).errorCode];
};

interface History {
  items: Record<string, string>[];
  currentPage: number;
  totalPages: number;
}

interface Trade {
  id: string;
  timestamp: number;
  market: string;
  amount: string;
  price: string;
}

const statement = readFileSync(new URL('../../demo/bitvavo-history.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));

describe('the account history', () => {
  test('has each row of the demo statement once, in pages that begin with 1, newest first', async () => {
    const pages: History[] = [];
    for (const page of [1, 2, 3])
      pages.push(await read<History>(`/account/history?page=${page}&maxItems=20`));
    expect(pages.map(({ currentPage, totalPages }) => [currentPage, totalPages])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    const ids = pages.flatMap(({ items }) => items.map(({ transactionId }) => transactionId));
    expect(ids.toSorted()).toEqual(statement.map((cells) => cells[13]).sort());
    expect(pages[0]?.items[0]?.executedAt).toBe('2026-10-12T13:01:31.000Z');
  });

  test('a sale sends the asset and receives money, without signs', async () => {
    const { items } = await read<History>('/account/history?type=sell&maxItems=1');
    expect(items).toEqual([
      {
        transactionId: 'e88edd50-5042-4947-984d-bd487b982ff1',
        executedAt: '2026-08-10T07:27:14.590Z',
        type: 'sell',
        priceCurrency: 'EUR',
        priceAmount: '22.306',
        sentCurrency: 'LINK',
        sentAmount: '2.5',
        receivedCurrency: 'EUR',
        receivedAmount: '55.62',
        feesCurrency: 'EUR',
        feesAmount: '0.145',
        address: '',
      },
    ]);
  });

  test('is cut by dates, both in it', async () => {
    const at = Date.parse('2026-08-10T07:27:14.590Z');
    const count = async (from: number, to: number): Promise<number> =>
      (await read<History>(`/account/history?fromDate=${from}&toDate=${to}`)).items.length;
    expect(await count(at, at)).toBe(1);
    expect(await count(at + 1, at + 2)).toBe(0);
  });

  test.each(['page=0', 'maxItems=101', 'maxItems=x', 'type=gift', 'fromDate=2&toDate=1'])(
    'refuses %s',
    async (query) => {
      expect(await refusal(`/account/history?${query}`)).toEqual([400, 205]);
    },
  );
});

describe('trades', () => {
  test('are those of the statement, one market at a time', async () => {
    const trades: Trade[] = [];
    for (const market of Object.keys(running.scenario.prices)) {
      trades.push(...(await read<Trade[]>(`/trades?market=${market}`)));
    }
    const sold = statement.filter(([, , , type]) => type === 'buy' || type === 'sell');
    expect(trades.map(({ id }) => id).sort()).toEqual(sold.map((cells) => cells[13]).sort());
    const [first] = trades.filter(({ id }) => id === '6301bbfc-a0c5-454e-8ff9-bb510944fe0c');
    expect(first).toMatchObject({
      timestamp: Date.parse('2025-01-06T08:14:32.418Z'),
      market: 'BTC-EUR',
      side: 'buy',
      amount: '0.00259441',
      price: '96120',
      fee: '0.6253108',
      feeCurrency: 'EUR',
    });
  });

  test('can be read on by id, both ends in it', async () => {
    const all = await read<Trade[]>('/trades?market=BTC-EUR');
    expect(all.length).toBeGreaterThan(3);
    const from = all.at(-2)?.id ?? '';
    expect(await read(`/trades?market=BTC-EUR&tradeIdFrom=${from}`)).toEqual(all.slice(0, -1));
    expect(await read(`/trades?market=BTC-EUR&tradeIdTo=${from}`)).toEqual(all.slice(-2));
    expect(await read(`/trades?market=BTC-EUR&limit=1`)).toEqual(all.slice(0, 1));
    const start = all[1]?.timestamp ?? 0;
    expect(await read(`/trades?market=BTC-EUR&start=${start}&end=${start}`)).toEqual(all.slice(1, 2));
  });

  test.each([
    ['', [400, 203]],
    ['?market=XXX-EUR', [400, 205]],
    ['?market=BTC-EUR&limit=1001', [400, 205]],
    ['?market=BTC-EUR&tradeIdFrom=nobody', [400, 205]],
  ])('refuse "%s"', async (query, expected) => {
    expect(await refusal(`/trades${query}`)).toEqual(expected);
  });
});

test('available, in orders and staked come to what the statement adds up to', async () => {
  const sums = new Map<string, Big>();
  for (const cells of statement) {
    for (const [symbol, change] of [
      [cells[4], cells[5]],
      [cells[8], cells[9]],
    ]) {
      if (symbol !== undefined && symbol !== '')
        sums.set(symbol, (sums.get(symbol) ?? new Big(0)).plus(change ?? 0));
    }
  }
  const balances = await read<{ symbol: string; available: string; inOrder: string }[]>('/balance');
  const staked = await read<{ symbol: string; amount: string }[]>('/stakingBalance');
  const found = balances.map(({ symbol, available, inOrder }) => {
    const own = staked.find((one) => one.symbol === symbol)?.amount ?? '0';
    expect(new Big(available).gte(0)).toBe(true);
    return [symbol, new Big(available).plus(inOrder).plus(own).toFixed()];
  });
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries([...sums].map(([symbol, sum]) => [symbol, sum.toFixed()])),
  );
  expect(balances.find(({ symbol }) => symbol === 'BTC')?.inOrder).toBe('0.0025');
});

test('deposits and withdrawals mix money and assets; the fee comes on top of what was withdrawn', async () => {
  expect(await read<unknown[]>('/depositHistory')).toHaveLength(7);
  const withdrawals = await read<Record<string, unknown>[]>('/withdrawalHistory');
  expect(withdrawals).toHaveLength(3);
  expect(withdrawals.find(({ symbol }) => symbol === 'ETH')).toMatchObject({
    timestamp: Date.parse('2025-08-25T16:37:09Z'),
    amount: '0.0494',
    fee: '0.0006',
    status: 'completed',
  });
  expect(await read('/withdrawalHistory?symbol=BTC')).toEqual([]);
});

test('orders: one is open, the others are filled by one trade each', async () => {
  const open = await read<{ orderId: string }[]>('/ordersOpen?market=BTC-EUR');
  expect(open).toMatchObject([{ status: 'new', amountRemaining: '0.0025' }]);
  const all = await read<{ orderId: string; status: string }[]>('/orders?market=BTC-EUR');
  expect(all.map(({ status }) => status)).toEqual(['new', ...Array(all.length - 1).fill('filled')]);
  expect(await read(`/order?market=BTC-EUR&orderId=${all[1]?.orderId}`)).toEqual(all[1]);
  expect(await refusal('/order?market=BTC-EUR&orderId=nobody')).toEqual([404, 240]);
  expect(await refusal('/order?market=BTC-EUR')).toEqual([400, 203]);
});

describe('candles', () => {
  const candles = async (query: string): Promise<[number, ...string[]][]> =>
    read(`/BTC-EUR/candles?interval=${query}`);

  test('are the newest first, 1440 at most, and the same each time', async () => {
    const minutes = await candles('1m');
    expect(minutes).toHaveLength(1440);
    const times = minutes.map(([time]) => time);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect(await candles('1m')).toEqual(minutes);
    expect(await candles('1m&limit=2')).toEqual(minutes.slice(0, 2));
  });

  test('of a week begin on Monday, those of a month on its first day', async () => {
    const days = async (interval: string): Promise<string[]> =>
      (await candles(`${interval}&limit=2`)).map(([time]) => new Date(time).toISOString());
    expect(await days('1W')).toEqual(['2026-10-26T00:00:00.000Z', '2026-10-19T00:00:00.000Z']);
    expect(await days('1M')).toEqual(['2026-11-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z']);
  });

  test('do not exist where nobody traded', async () => {
    const from = Date.parse('2026-10-19T00:00:00Z');
    const found = await candles(`1d&start=${from}&end=${Date.parse('2026-10-23T00:00:00Z')}`);
    const days = found.map(([time]) => new Date(time).toISOString().slice(0, 10));
    expect(days).toEqual(['2026-10-23', '2026-10-22', '2026-10-19']);
  });

  test('low, open, close and high are in order', async () => {
    for (const [, open = '', high = '', low = '', close = ''] of await candles('1d')) {
      for (const price of [open, close])
        expect(new Big(price).gte(low) && new Big(price).lte(high)).toBe(true);
    }
  });

  test.each([
    ['/BTC-EUR/candles', 203],
    ['/BTC-EUR/candles?interval=7m', 205],
    ['/XXX-EUR/candles?interval=1d', 205],
    ['/BTC-EUR/candles?interval=1d&limit=1441', 205],
  ])('refuse %s', async (path, code) => {
    expect(await refusal(path)).toEqual([400, code]);
  });
});

test('what is public: time, prices, markets, assets', async () => {
  expect(await read('/time')).toEqual({ time: now });
  expect(await read('/ticker/price?market=BTC-EUR')).toEqual({ market: 'BTC-EUR', price: '81240' });
  expect(await read('/ticker/price')).toContainEqual({ market: 'SOL-EUR', price: '151.92' });
  expect(await read('/markets?market=ETH-USDC')).toMatchObject({ base: 'ETH', quote: 'USDC' });
  expect(await read('/markets?market=BTC-EUR')).toMatchObject({ tickSize: '1', quantityDecimals: 8 });
  expect(await read('/assets?symbol=EUR')).toMatchObject({ symbol: 'EUR', decimals: 2 });
  expect(await read('/account')).toMatchObject({ fees: { taker: '0.0025' } });
  expect(await read('/account/fees?market=BTC-EUR')).toMatchObject({ maker: '0.0015' });
  running.journal.expectClean();
});

test('the market: book, best prices, the last 24 hours and who traded in them', async () => {
  const book = await read<{ bids: string[][]; asks: string[][] }>('/BTC-EUR/book?depth=2');
  expect(book).toMatchObject({ market: 'BTC-EUR', timestamp: now });
  expect(book.bids).toEqual([
    ['81199.38', '1'],
    ['81158.76', '1'],
  ]);
  const best = { bid: '81199.38', bidSize: '1', ask: '81280.62', askSize: '1' };
  expect(await read('/ticker/book?market=BTC-EUR')).toEqual({ market: 'BTC-EUR', ...best });
  expect(await read('/ticker/24h?market=BTC-EUR')).toMatchObject({ last: '81240', timestamp: now, ...best });
  expect(await read('/ticker/24h')).toHaveLength(7);
  const trades = await read<Trade[]>('/BTC-EUR/trades');
  expect(trades).toHaveLength(144);
  const oldest = trades.at(-1)?.timestamp ?? 0;
  expect(now - oldest).toBeLessThanOrEqual(24 * 3_600_000);
  expect(await read(`/BTC-EUR/trades?tradeIdFrom=${trades[1]?.id}`)).toEqual(trades.slice(0, 2));
  expect(await refusal('/XXX-EUR/book')).toEqual([400, 205]);
  expect(await refusal('/BTC-EUR/book?depth=1001')).toEqual([400, 205]);
});
