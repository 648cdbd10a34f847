import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Answer } from '@bourse/sdk/emulator';
import { OnlineHost } from '../../test/online-host.js';
import { readAccount, type Statement } from '../../test/read-account.js';

const DEMO = readFileSync(new URL('../../demo/degiro-account.csv', import.meta.url), 'utf8');

let online: OnlineHost;
let file: Statement;

beforeEach(async () => {
  file = await readAccount(DEMO);
  online = await OnlineHost.start();
  await online.logIn();
});

afterEach(() => online[Symbol.asyncDispose]());

/** Everything that the lists tell, as the host would keep it for the account of the file. */
async function pull(): Promise<Statement> {
  const { host } = online;
  const part = {
    transactions: await host.list('transaction', 'listTransactions'),
    cashMovements: await host.list('cash', 'listCashMovements'),
    dividends: await host.list('dividend', 'listDividends', { until: '2026-11-22' }),
    fees: await host.list('fee', 'listFees'),
    corporateActions: await host.list('corporateAction', 'listCorporateActions'),
    rowsTotal: 0,
  };
  const text = JSON.stringify(part).replaceAll('"accountId":"41008277"', '"accountId":"default"');
  return host.assemble('site', [JSON.parse(text)]);
}

const KINDS = ['transactions', 'cashMovements', 'dividends', 'fees', 'corporateActions'] as const;

describe.each(['en', 'nl', 'de'] as const)('an account in %s', (language) => {
  beforeEach(() => {
    online.emulator.scenario.language = language;
  });

  test.each(KINDS)('has the very %s of the statement: the same ids and fingerprints', async (kind) => {
    const site = await pull();
    const ids = (statement: Statement) =>
      statement[kind].map(({ id, fingerprint }) => `${id} ${fingerprint}`).sort();
    expect(ids(site)).toEqual(ids(file));
    expect(ids(file).length).toBeGreaterThan(1);
  });
});

test('what does not name an instrument says the same in both', async () => {
  const content = ({ cashMovements }: Statement) =>
    cashMovements
      .filter(({ type }) => type !== 'TAX')
      .map(({ id, type, money, date, valueDate, bookedAt, linkId, fx }) => ({
        ...{ id, type, date, valueDate, bookedAt, linkId },
        ...{
          amount: Number(money.amount),
          fx: fx === undefined ? undefined : { ...fx, rate: Number(fx.rate) },
        },
      }))
      .sort((one, other) => one.id.localeCompare(other.id));
  expect(content(await pull())).toEqual(content(file));
});

test('trades have their venue, execution and the cost of AutoFX besides', async () => {
  const { transactions, problems } = await pull();
  expect(problems).toEqual([]);
  const buy = transactions.find(({ tradeDate }) => tradeDate === '2025-01-20');
  expect(buy).toMatchObject({
    executionId: expect.stringMatching(/^\d+$/),
    venue: 'ARCX',
    tradedAt: '2025-01-20T14:31:28Z',
    netAmount: { currency: 'USD', amount: '-1060' },
    instrument: { isin: 'US4109971048', symbol: 'HRBR', kind: 'EQUITY', currency: 'USD' },
    charges: [
      { kind: 'COMMISSION', money: { amount: '2', currency: 'EUR' } },
      { kind: 'FX_CONVERSION', money: { amount: '2.538802993', currency: 'EUR' }, included: true },
    ],
  });
  expect(transactions.filter(({ executionId }) => executionId === undefined)).toEqual([]);
});

test('trades in words that nobody knows are told by the transactions, and the log says so', async () => {
  const rewrite = (answer: Answer): Answer => {
    const text = new TextDecoder().decode(answer.body);
    return {
      ...answer,
      body: Buffer.from(text.replace(/"description":"(?:Buy|Sell) /g, '"description":"Vétel ')),
    };
  };
  online.emulator.faults.inject({ kind: 'rewrite', rewrite }, { route: 'accountOverview', times: Infinity });
  const { transactions } = await pull();
  const told = (statement: Statement) => statement.transactions.map(({ fingerprint }) => fingerprint).sort();
  expect(told({ ...file, transactions })).toEqual(told(file));
  const charged = transactions.flatMap(({ charges }) => charges.filter(({ included }) => included !== true));
  expect(charged).toEqual([]);
  expect(online.host.log).toContainEqual(expect.objectContaining({ level: 'warn' }));
  const { health } = await online.host.activate();
  await expect(health?.()).resolves.toMatchObject({ status: 'degraded', metrics: { unclassified: 15 } });
});

test('only the days that are asked for are asked of the site', async () => {
  online.emulator.journal.clear();
  const query = { since: '2026-09-01', until: '2026-09-30' };
  const dividends = await online.host.list('dividend', 'listDividends', query);
  expect(dividends.map(({ date }) => date)).toEqual(['2026-09-24']);
  const asked = online.emulator.journal
    .of('accountOverview')
    .map(({ query: sent }) => Object.fromEntries(sent));
  expect(asked).toMatchObject([{ fromDate: '01/09/2026', toDate: '30/09/2026' }]);
  await online.host.list('fee', 'listFees', query);
  expect(online.emulator.journal.of('accountOverview')).toHaveLength(1);
  online.emulator.journal.expectClean();
});

test('dividends that are announced come last, tax and all, with the instrument of their name', async () => {
  const dividends = await online.host.list('dividend', 'listDividends', { since: '2026-11-22' });
  expect(dividends).toMatchObject([
    {
      status: 'ANNOUNCED',
      gross: '14.40',
      net: '12.24',
      withholdings: [{ money: { amount: '2.16', currency: 'EUR' } }],
      date: '2026-12-10',
      instrument: { isin: 'NL0015001231' },
    },
    { status: 'ANNOUNCED', gross: '3.60', net: '3.60', date: '2026-12-17', instrument: { symbol: 'HRBR' } },
  ]);
});
