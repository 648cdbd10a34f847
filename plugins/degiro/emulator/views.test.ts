import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { emulator } from './index.js';
import { AGENT, TestClient, type RunningDegiro } from './test-client.js';

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

const UPDATE = '/trading/secure/v5/update/41008277';
const REPORTS = '/portfolio-reports/secure';
const ALL = { fromDate: '01/01/2025', toDate: '31/12/2026' };

interface Section {
  readonly lastUpdated: number;
  readonly value: { id: string; isRemoved?: boolean; value: { name: string; value?: unknown }[] }[];
}
type Update = Record<string, Section>;

async function update(query: Record<string, string>): Promise<Update> {
  return (await client.read(UPDATE, query)) as Update;
}

describe('the update feed', () => {
  test('has rows of cells: some without a value, some with 0, closed positions, cash by name', async () => {
    const { portfolio } = await update({ portfolio: '0' });
    const byId = new Map(portfolio?.value.map((row) => [row.id, row.value]));
    expect([...byId.keys()].filter((id) => /\D/.test(id))).toEqual(['EUR', 'FLATEX_EUR', 'USD', 'GBP']);
    const closed = byId.get('4100199');
    expect(closed?.find(({ name }) => name === 'size')).toEqual({ name: 'size', value: 0, isAdded: true });
    expect(closed?.find(({ name }) => name === 'accruedInterest')).toEqual({
      name: 'accruedInterest',
      isAdded: true,
    });
    expect(byId.get('4100101')?.find(({ name }) => name === 'size')).toMatchObject({ value: 54 });
    expect(byId.get('FLATEX_EUR')?.find(({ name }) => name === 'value')).toMatchObject({ value: 1855.94 });
  });

  test('tells what changed since, and what is gone', async () => {
    const first = await update({ portfolio: '0', orders: '0' });
    const since = {
      portfolio: String(first.portfolio?.lastUpdated),
      orders: String(first.orders?.lastUpdated),
    };
    expect(await update(since)).toMatchObject({ portfolio: { value: [] }, orders: { value: [] } });
    running.scenario.orders = [];
    const product = running.scenario.products.find(({ id }) => id === '4100104');
    if (product !== undefined) product.closePrice = '23.10';
    const { portfolio, orders } = await update(since);
    expect(portfolio?.value.map(({ id }) => id)).toEqual(['4100104']);
    expect(orders?.value).toEqual([
      { name: 'row', id: '7c1e0199-52d0-4b6f-9a3e-0f6d2b8c0199', isRemoved: true },
    ]);
  });
});

test('orders that were filled are told by the day they were given', async () => {
  const { data } = (await client.read(`${REPORTS}/v4/order-history`, ALL)) as {
    data: { productId: number }[];
  };
  expect(data).toHaveLength(15);
  expect(data[0]).toMatchObject({ type: 'CREATE', status: 'CONFIRMED', isActive: false });
  const none = { ...ALL, fromDate: '01/01/2020', toDate: '02/01/2020' };
  expect(await client.read(`${REPORTS}/v4/order-history`, none)).toEqual({ data: [] });
});

describe('transactions', () => {
  interface Row {
    date: string;
    buysell: string;
    quantity: number;
    total: number;
    fxRate: number;
    transactionTypeId: number;
    totalInBaseCurrency: number;
    feeInBaseCurrency: number;
    autoFxFeeInBaseCurrency: number;
    totalFeesInBaseCurrency: number;
    totalPlusFeeInBaseCurrency: number;
    totalPlusAllFeesInBaseCurrency: number;
  }

  test('keep the identities of the facts', async () => {
    const { data } = (await client.read(`${REPORTS}/v4/transactions`, ALL)) as { data: Row[] };
    expect(data).toHaveLength(18);
    for (const row of data.filter(({ transactionTypeId }) => transactionTypeId === 0)) {
      expect(row.totalFeesInBaseCurrency).toBeCloseTo(row.feeInBaseCurrency + row.autoFxFeeInBaseCurrency, 9);
      expect(row.totalPlusFeeInBaseCurrency).toBeCloseTo(row.totalInBaseCurrency + row.feeInBaseCurrency, 9);
      expect(row.totalPlusAllFeesInBaseCurrency).toBeCloseTo(
        row.totalInBaseCurrency + row.totalFeesInBaseCurrency,
        9,
      );
      expect(Math.abs(row.total / row.fxRate - row.totalInBaseCurrency)).toBeLessThan(0.05);
      expect(Math.sign(row.quantity)).toBe(row.buysell === 'B' ? 1 : -1);
      expect(Math.sign(row.total)).toBe(row.buysell === 'B' ? -1 : 1);
      expect(row.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/);
    }
    expect(data.map(({ transactionTypeId }) => transactionTypeId).filter((id) => id !== 0)).toEqual([
      102, 101, 101,
    ]);
  });

  test('take dates as dd/mm/yyyy alone', async () => {
    const query = { fromDate: '2025-01-01', toDate: '31/12/2026' };
    expect((await client.call(`${REPORTS}/v4/transactions`, query)).status).toBe(501);
    expect(() => running.journal.expectClean()).toThrow(/fromDate is no date/);
  });
});

describe('the account', () => {
  interface Movement {
    id: number;
    change?: number;
    description: string;
    currency: string;
  }
  const movements = async (query = ALL): Promise<Movement[]> => {
    const { data } = (await client.read(`${REPORTS}/v6/accountoverview`, query)) as {
      data: { cashMovements: Movement[] };
    };
    return data.cashMovements;
  };

  test('has every row of the demo statement', async () => {
    const rows = await movements();
    expect(rows).toHaveLength(124);
    const cents = rows
      .filter(({ currency }) => currency === 'EUR')
      .reduce((sum, { change = 0 }) => sum + Math.round(change * 100), 0);
    // The mirrors of the three sweeps print no amount.
    const swept = -500_000 + 296_831 - 35_025;
    expect(cents).toBe(185_594 + swept);
  });

  test('speaks the language of the account', async () => {
    running.scenario.language = 'de';
    const texts = new Set((await movements()).map(({ description }) => description));
    expect([...texts]).toEqual(
      expect.arrayContaining([
        'Dividendensteuer',
        'Währungswechsel (Ausbuchung)',
        'Kauf 8 zu je 132,5 USD (US4109971048)',
      ]),
    );
    running.scenario.language = 'nl';
    expect((await movements()).map(({ description }) => description)).toContain(
      'Koop 8 Harbor Robotics Inc@132,5 USD (US4109971048)',
    );
  });

  test('as a file is the demo statement', async () => {
    const answer = await client.call(`${REPORTS}/v3/cashAccountReport/csv`, {
      ...ALL,
      country: 'NL',
      lang: 'en',
    });
    const demo = readFileSync(new URL('../demo/degiro-account.csv', import.meta.url), 'utf8');
    const plain = (text: string) =>
      text.replace(/"([\d.,-]+)"/g, (_, number: string) => number.replaceAll(',', ''));
    expect(plain(await answer.text())).toBe(plain(demo));
  });

  test('announces dividends by name, with amounts as text and tax as a row of its own', async () => {
    const { data } = (await client.read(`${REPORTS}/v3/ca/41008277`)) as { data: Record<string, unknown>[] };
    expect(data.map(({ caId, amount }) => [caId, amount])).toEqual([
      ['880412', '14.40'],
      ['880412', '-2.16'],
      ['880455', '3.60'],
    ]);
  });
});

test('products are told by a list of ids, and found by text', async () => {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '["4100103","1"]' };
  const answer = await client.call('/product_search/secure/v5/products/info', {}, init);
  expect(await answer.json()).toEqual({
    data: {
      '4100103': expect.objectContaining({
        vwdId: 'HRBR.BATS,E',
        vwdIdentifierType: 'vwdkey',
        currency: 'USD',
      }),
    },
  });
  const lookup = { searchText: 'NL0015001231', limit: '5', offset: '0' };
  expect(await client.read('/product_search/secure/v5/products/lookup', lookup)).toMatchObject({
    products: [{ id: '4100104' }],
  });
});

describe('the price feed', () => {
  const cast = (path: string, body?: object): Promise<Response> =>
    fetch(`${running.origins['https://degiro.quotecast.vwdservices.com']}/CORS/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        origin: 'https://trader.degiro.nl',
        'user-agent': AGENT,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const open = async (): Promise<string> => {
    const query = 'request_session?version=1.0.20201211&userToken=2904116';
    const answer = await cast(query, { referrer: 'https://trader.degiro.nl' });
    return ((await answer.json()) as { sessionId: string }).sessionId;
  };

  test('binds names to references, gives numbers, texts, no data and refusals, then heartbeats', async () => {
    running.scenario.quotecast.heartbeatMilliseconds = 5;
    const session = await open();
    const names = ['HRBR.BATS,E.LastPrice', '350201104.LastTime', '350201199.BidPrice', '1.LastPrice'];
    await cast(session, { controlData: names.map((name) => `a_req(${name});`).join('') });
    expect(await (await cast(session)).json()).toEqual([
      { m: 'a_req', v: ['HRBR.BATS,E.LastPrice', 1] },
      { m: 'un', v: [1, 148.9] },
      { m: 'a_req', v: ['350201104.LastTime', 2] },
      { m: 'us', v: [2, '17:35:11'] },
      { m: 'a_req', v: ['350201199.BidPrice', 3] },
      { m: 'ue', v: [3] },
      { m: 'd', v: ['1.LastPrice'] },
    ]);
    expect(await (await cast(session)).json()).toEqual([{ m: 'h' }]);
  });

  test('forgets a session that nobody polls for 15 seconds', async () => {
    const session = await open();
    now += 16_000;
    expect(await (await cast(session)).json()).toEqual([{ m: 'sr' }]);
  });
});

describe('charts', () => {
  const chart = (more: string): Promise<Response> =>
    fetch(
      `${running.origins['https://charting.vwdservices.com']}/hchart/v1/deGiro/data.js?requestid=1&period=P1W&resolution=P1D&culture=nl-NL` +
        `&series=issueid:350201104&series=price:issueid:350201104&series=ohlc:vwdkey:HRBR.BATS,E&format=json&userToken=2904116&tz=Europe/Amsterdam${more}`,
    );

  test('count days from the start and leave weekends out', async () => {
    const body = (await (await chart('')).json()) as {
      start: string;
      series: { times: string; type: string; data: number[][] }[];
    };
    expect(body.start).toBe('2026-11-15T00:00:00');
    expect(body.series.map(({ type }) => type)).toEqual(['object', 'time', 'ohlc']);
    expect(body.series[1]?.times).toBe('2026-11-15/P1D');
    expect(body.series[1]?.data.map(([offset]) => offset)).toEqual([1, 2, 3, 4, 5]);
    expect(body.series[1]?.data.at(-1)).toEqual([5, 23.06]);
    expect(body.series[2]?.data.at(-1)).toHaveLength(5);
  });

  test('with a callback are JSONP', async () => {
    expect(await (await chart('&callback=vwd1')).text()).toMatch(/^vwd1\(\{.*\}\)$/);
  });
});
