import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { emulator, type Activity } from './index.js';
import { getWithKeys, keyHeaders, type RunningAlpaca } from './testing/keyed-client.js';

const PAPER = 'https://paper-api.alpaca.markets';
const DATA = 'https://data.alpaca.markets';

let running: RunningAlpaca;
let now = 0;

beforeEach(async () => {
  now = Date.parse('2026-11-22T17:00:00Z');
  running = await emulator.start({ clock: () => now });
});

afterEach(() => running.close());

const get = (path: string, origin = PAPER) => getWithKeys(running, origin + path);
const list = async (query: string): Promise<Activity[]> =>
  (await get(`/v2/account/activities${query}`)).body as Activity[];

describe('keys', () => {
  test('are needed, and the wrong ones are refused', async () => {
    const refused = { status: 401, body: { code: 40110000, message: 'request is not authorized' } };
    expect(await getWithKeys(running, `${PAPER}/v2/account`, {})).toMatchObject(refused);
    const wrong = { ...keyHeaders(running), 'APCA-API-SECRET-KEY': 'wrong' };
    expect(await getWithKeys(running, `${PAPER}/v2/account`, wrong)).toMatchObject(refused);
    expect(running.journal.entries.map(({ verdict }) => verdict.signature)).toEqual(['missing', 'invalid']);
  });

  test('of a paper account are no good for live', async () => {
    expect((await get('/v2/account', 'https://api.alpaca.markets')).status).toBe(401);
    running.scenario.environment = 'live';
    expect((await get('/v2/account', 'https://api.alpaca.markets')).status).toBe(200);
    expect((await get('/v2/account')).status).toBe(401);
  });
});

test('each answer says how many requests are left in the minute', async () => {
  running.scenario.requestsPerMinute = 2;
  const first = await get('/v2/clock');
  expect(first.headers.get('x-ratelimit-limit')).toBe('2');
  expect(first.headers.get('x-ratelimit-remaining')).toBe('1');
  expect(first.headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2026-11-22T17:01:00Z') / 1000));
  await get('/v2/clock');
  expect(await get('/v2/clock')).toMatchObject({ status: 429, body: { code: 42910000 } });
  now += 60_000;
  expect((await get('/v2/clock')).status).toBe(200);
});

describe('activities', () => {
  test('have ids whose first part is the time in New York', async () => {
    // As in the documentation: 2021-05-10T14:01:04.650275Z is 20210510100104650 there.
    const [fill] = await list('/FILL?direction=asc&page_size=1');
    expect(fill).toMatchObject({
      id: expect.stringMatching(/^20260106103004650::[0-9a-f-]{36}$/),
      transaction_time: '2026-01-06T15:30:04.650275Z',
      type: 'partial_fill',
      qty: '10',
      cum_qty: '10',
      leaves_qty: '5',
    });
    const [deposit] = await list('?activity_types=CSD&direction=asc');
    expect(deposit).toMatchObject({
      id: expect.stringMatching(/^20260105000000000::/),
      date: '2026-01-05',
      net_amount: '10000',
      status: 'executed',
    });
  });

  test('come newest first unless told, at most a hundred', async () => {
    const ids = (await list('')).map(({ id }) => id);
    expect(ids).toHaveLength(100);
    expect(ids).toEqual(ids.toSorted().reverse());
  });

  test.each(['asc', 'desc'])('in pages of any size are the same as at once (%s)', async (direction) => {
    const ids: string[] = [];
    for (let token = ''; ; token = `&page_token=${ids.at(-1) ?? ''}`) {
      const page = await list(`?direction=${direction}&page_size=7${token}`);
      ids.push(...page.map(({ id }) => id));
      if (page.length < 7) break;
    }
    const all = running.scenario.activities.map(({ id }) => id).toSorted();
    expect(ids).toEqual(direction === 'asc' ? all : all.reverse());
  });

  test('can be had by type, by group of types and by category', async () => {
    const typesOf = async (query: string): Promise<string[]> => [
      ...new Set((await list(query)).map(({ activity_type: type }) => type)),
    ];
    expect(await typesOf('?activity_types=DIV,DIVNRA')).toEqual(['DIV', 'DIVNRA']);
    expect((await typesOf('?activity_types=TRANS')).toSorted()).toEqual(['CSD', 'CSW']);
    expect(await typesOf('?activity_types=MISC')).toContain('SPLIT');
    expect(await typesOf('?category=trade_activity')).toEqual(['FILL']);
    expect(await typesOf('?category=non_trade_activity')).not.toContain('FILL');
  });

  test('are taken by when they were recorded', async () => {
    expect(await list('?activity_types=INT&after=2026-03-01&until=2026-03-31T00:00:00Z')).toHaveLength(1);
    expect(await list('?date=2026-01-06')).toHaveLength(2);
  });

  test.each([
    // The answer of the API to a type that it does not know, as recorded from it.
    ['/FFFFF', 'invalid activity type: FFFFF'],
    ['?page_size=101', 'page_size must be between 1 and 100'],
    ['?activity_types=DIV&category=trade_activity', 'category cannot be used with activity_types'],
    ['?date=2026-01-06&after=2026-01-01', 'date cannot be used with after or until'],
    ['?page_token=1', 'invalid page_token'],
  ])('%s is refused', async (query, message) => {
    const answer = await get(`/v2/account/activities${query}`);
    expect(answer).toMatchObject({ status: 422, body: { code: 40010001, message } });
  });
});

test('positions and cash follow from the activities', async () => {
  const positions = (await get('/v2/positions')).body as {
    symbol: string;
    qty: string;
    cost_basis: string;
  }[];
  expect(positions).toContainEqual(expect.objectContaining({ symbol: 'AAPL', qty: '15', side: 'long' }));
  expect(positions).toContainEqual(
    expect.objectContaining({ symbol: 'ORLY', qty: '11.25', cost_basis: '1043.475' }),
  );
  expect(positions).toContainEqual(expect.objectContaining({ symbol: 'BTCUSD', qty: '0.005975' }));
  const { cash } = (await get('/v2/account')).body as { cash: string };
  running.scenario.activities = running.scenario.activities.filter(
    ({ activity_type: type }) => type !== 'CSW',
  );
  const { cash: more } = (await get('/v2/account')).body as { cash: string };
  expect((Number(more) - Number(cash)).toFixed(2)).toBe('750.50');
});

test('orders are those of the executions', async () => {
  expect((await get('/v2/orders')).body).toEqual([]);
  const orders = (await get('/v2/orders?status=closed&limit=1&direction=asc')).body as { id: string }[];
  expect(orders).toMatchObject([{ symbol: 'AAPL', qty: '15', filled_avg_price: '245.13', status: 'filled' }]);
  const { id } = orders[0] ?? { id: '' };
  expect((await get(`/v2/orders/${id}`)).body).toEqual(orders[0]);
  expect((await get(`/v2/orders:by_client_order_id?client_order_id=client-${id}`)).body).toEqual(orders[0]);
  expect((await get('/v2/orders/none')).status).toBe(404);
});

test('assets have no ISIN and no CUSIP', async () => {
  const { body } = await get('/v2/assets/AAPL');
  expect(body).toMatchObject({ symbol: 'AAPL', class: 'us_equity', exchange: 'NASDAQ' });
  expect(Object.keys(body as object)).not.toContain('cusip');
  expect((await get('/v2/assets/NONE')).status).toBe(404);
  expect((await get('/v2/assets?asset_class=crypto')).body).toHaveLength(1);
});

test('clock and calendar are those of New York', async () => {
  expect((await get('/v2/clock')).body).toEqual({
    timestamp: '2026-11-22T12:00:00.000000000-05:00',
    is_open: false,
    next_open: '2026-11-23T09:30:00-05:00',
    next_close: '2026-11-23T16:00:00-05:00',
  });
  now = Date.parse('2026-11-23T15:00:00Z');
  expect((await get('/v2/clock')).body).toMatchObject({ is_open: true });
  const calendar = (await get('/v2/calendar?start=2026-11-25&end=2026-11-27')).body as { date: string }[];
  expect(calendar.map(({ date }) => date)).toEqual(['2026-11-25', '2026-11-27']);
});

describe('market data', () => {
  interface Bars {
    bars: Record<string, { t: string; c: number }[]>;
    next_page_token: string | null;
  }
  const bars = async (query: string): Promise<Bars> =>
    (await get(`/v2/stocks/bars?${query}`, DATA)).body as Bars;
  const DAYS = 'timeframe=1Day&start=2026-06-08&end=2026-06-11T23:00:00Z';

  test('bars of days begin at midnight in New York', async () => {
    const { bars: own } = await bars(`symbols=AAPL&${DAYS}`);
    expect(own.AAPL?.map(({ t }) => t)).toEqual([
      '2026-06-08T04:00:00Z',
      '2026-06-09T04:00:00Z',
      '2026-06-10T04:00:00Z',
      '2026-06-11T04:00:00Z',
    ]);
  });

  test('bars before a split have the prices of then unless adjusted', async () => {
    const { bars: raw } = await bars(`symbols=ORLY&${DAYS}`);
    const { bars: adjusted } = await bars(`symbols=ORLY&${DAYS}&adjustment=split`);
    expect(raw.ORLY?.[1]?.c).toBeCloseTo((adjusted.ORLY?.[1]?.c ?? 0) * 15, 1);
    expect(raw.ORLY?.[2]).toEqual(adjusted.ORLY?.[2]);
  });

  test('pages go on inside a symbol', async () => {
    const all = await bars(`symbols=KO,AAPL&${DAYS}`);
    const first = await bars(`symbols=KO,AAPL&${DAYS}&limit=5`);
    const second = await bars(`symbols=KO,AAPL&${DAYS}&limit=5&page_token=${first.next_page_token ?? ''}`);
    expect(first.bars.AAPL).toHaveLength(4);
    expect([...(first.bars.KO ?? []), ...(second.bars.KO ?? [])]).toEqual(all.bars.KO);
    expect(second.next_page_token).toBeNull();
  });

  test('the consolidated feed needs the larger plan', async () => {
    const path = '/v2/stocks/quotes/latest?symbols=AAPL&feed=sip';
    expect((await get(path, DATA)).status).toBe(403);
    running.scenario.dataPlan = 'plus';
    expect(await get(path, DATA)).toMatchObject({
      status: 200,
      body: { quotes: { AAPL: { t: '2026-11-22T17:00:00.000123456Z' } } },
    });
  });
});

test('what is not documented is found', async () => {
  await get('/v2/account?verbose=1');
  expect(() => running.journal.expectClean()).toThrow(/no parameter "verbose"/);
});
