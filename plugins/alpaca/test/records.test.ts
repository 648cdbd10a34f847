import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { MockHost } from '@bourse/sdk/testing';
import Big from 'big.js';
import { emulator } from '../emulator/index.js';
import type { NonTradeActivity } from '../emulator/index.js';
import type { RunningAlpaca } from '../emulator/testing/keyed-client.js';
import { goBack, goThrough, startHost } from './through-emulator.js';

let running: RunningAlpaca;
let host: MockHost;

beforeEach(async () => {
  running = await emulator.start({ clock: () => Date.parse('2026-11-20T20:00:00Z') });
  goThrough(running);
  host = startHost(running);
});

afterEach(async () => {
  await host.deactivate();
  goBack();
  running.journal.expectClean();
  await running.close();
});

const add = (booking: Partial<NonTradeActivity>): void => {
  const { date = '2026-10-01' } = booking;
  running.scenario.activities.push({
    id: `${date.replaceAll('-', '')}000000000::0000000${running.scenario.activities.length}-0000-4000-8000-000000000000`.replace(
      /::0+(\d{8})/,
      '::$1',
    ),
    activity_type: 'CSD',
    date,
    created_at: `${date}T11:00:00Z`,
    net_amount: '0',
    status: 'executed',
    ...booking,
  });
};

test('all records together are the cash and the positions of the account', async () => {
  const [account] = await host.list('account', 'listAccounts');
  const trades = await host.list('transaction', 'listTransactions');
  const movements = await host.list('cash', 'listCashMovements');
  const transfers = await host.list('cash', 'listTransfers');
  const dividends = await host.list('dividend', 'listDividends');
  const fees = await host.list('fee', 'listFees');
  const actions = await host.list('corporateAction', 'listCorporateActions');
  const amounts = [
    ...trades.map(({ netAmount }) => netAmount.amount),
    ...movements.map(({ money }) => money.amount),
    ...dividends.map(({ net }) => net),
    ...fees.map(({ money }) => money.amount),
    ...actions.flatMap(({ cash }) => cash.map(({ money }) => money.amount)),
  ];
  const cash = amounts.reduce((sum, amount) => sum.plus(amount), new Big(0));
  expect(account).toMatchObject({ id: 'PA3TEST00001', cash: [{ amount: cash.toFixed(), currency: 'USD' }] });

  const held = new Map<string, Big>();
  const hold = (symbol = '', quantity: Big): void =>
    void held.set(symbol, quantity.plus(held.get(symbol) ?? 0));
  for (const { side, quantity, instrument } of trades) {
    hold(instrument.symbol, new Big(quantity).times(side === 'BUY' ? 1 : -1));
  }
  for (const { instrument, quantity } of transfers) hold(instrument.symbol, new Big(quantity));
  for (const { legs } of actions) legs.forEach((leg) => hold(leg.instrument.symbol, new Big(leg.quantity)));
  const positions = await host.list('portfolio', 'listPositions');
  expect(
    Object.fromEntries(positions.map(({ instrument, quantity }) => [instrument.symbol, quantity])),
  ).toEqual(Object.fromEntries([...held].map(([symbol, quantity]) => [symbol, quantity.toFixed()])));
  expect(host.log).toEqual([]);
});

describe('trades', () => {
  test('each execution is one, with the id of the activity and the day in New York', async () => {
    const trades = await host.list('transaction', 'listTransactions');
    expect(trades).toHaveLength(
      running.scenario.activities.filter((one) => one.activity_type === 'FILL').length,
    );
    const [first, second] = trades;
    expect(first).toMatchObject({
      accountId: 'PA3TEST00001',
      executionId: first?.source.recordId,
      instrument: { kind: 'EQUITY', symbol: 'AAPL', currency: 'USD' },
      side: 'BUY',
      quantity: '10',
      price: '245.12',
      grossAmount: '2451.2',
      netAmount: { amount: '-2451.2', currency: 'USD' },
      tradedAt: '2026-01-06T15:30:04.650275Z',
      tradeDate: '2026-01-06',
    });
    expect(second?.orderId).toBe(first?.orderId);
    expect(trades).toContainEqual(
      expect.objectContaining({
        tradedAt: '2026-03-11T00:29:59.123456Z',
        tradeDate: '2026-03-10',
        side: 'SELL',
      }),
    );
    expect(trades).toContainEqual(expect.objectContaining({ side: 'SELL', effect: 'OPEN' }));
  });

  test('of a day are asked for with overlap and told apart by the booking date', async () => {
    const query = { since: '2026-03-10', until: '2026-03-16' };
    const trades = await host.list('transaction', 'listTransactions', query);
    expect(new Set(trades.map(({ tradeDate }) => tradeDate))).toEqual(new Set(['2026-03-10', '2026-03-16']));
    expect(trades).toHaveLength(4);
    expect(await host.list('transaction', 'listTransactions', { accountId: 'other' })).toEqual([]);
  });

  test('an assigned option and the shares it delivers', async () => {
    const option = { date: '2026-10-16', group_id: '6ee1f1cb-0000-4000-8000-000000000001' };
    add({ ...option, activity_type: 'OPASN', symbol: 'AAPL261016P00250000', qty: '2' });
    add({
      ...option,
      activity_type: 'OPTRD',
      symbol: 'AAPL',
      qty: '200',
      price: '250',
      net_amount: '-50000',
    });
    add({ date: '2026-10-16', activity_type: 'OPEXP', symbol: 'KO261016C00072500', qty: '-1' });
    const trades = await host.list('transaction', 'listTransactions', {
      since: '2026-10-16',
      until: '2026-10-16',
    });
    expect(trades).toMatchObject([
      {
        instrument: {
          kind: 'OPTION',
          expiry: '2026-10-16',
          strike: '250',
          putCall: 'PUT',
          multiplier: '100',
          underlying: { symbol: 'AAPL' },
        },
        side: 'BUY',
        quantity: '2',
        grossAmount: '0',
        tradeType: 'ASSIGNMENT',
        effect: 'CLOSE',
      },
      {
        instrument: { kind: 'EQUITY', symbol: 'AAPL' },
        side: 'BUY',
        quantity: '200',
        grossAmount: '50000',
        netAmount: { amount: '-50000' },
        tradeType: 'ASSIGNMENT',
      },
      { instrument: { strike: '72.5', putCall: 'CALL' }, side: 'SELL', tradeType: 'EXPIRATION' },
    ]);
  });

  test('a crypto asset for another is two trades with one link', async () => {
    const [fill] = running.scenario.activities;
    running.scenario.activities = [{ ...fill, symbol: 'ETH/BTC', qty: '2', price: '0.0321' } as never];
    const trades = await host.list('transaction', 'listTransactions');
    expect(trades).toMatchObject([
      { instrument: { kind: 'CRYPTO', symbol: 'ETH' }, side: 'BUY', quantity: '2', linkId: fill?.id },
      { instrument: { kind: 'CRYPTO', symbol: 'BTC' }, side: 'SELL', quantity: '0.0642', linkId: fill?.id },
    ]);
  });
});

describe('income', () => {
  test('a tax of the same day belongs to the only payment', async () => {
    const dividends = await host.list('dividend', 'listDividends');
    expect(dividends.find(({ instrument }) => instrument.symbol === 'AAPL')).toMatchObject({
      kind: 'CASH',
      status: 'PAID',
      gross: '3.9',
      withholdings: [{ money: { amount: '0.59', currency: 'USD' }, country: 'US', rate: '0.15' }],
      net: '3.31',
      date: '2026-02-12',
      quantity: '15',
      perShare: '0.26',
    });
    expect(dividends.find(({ instrument }) => instrument.symbol === 'TM')).toMatchObject({
      withholdings: [{ money: { amount: '1.2', currency: 'USD' } }],
      charges: [{ kind: 'ADR', money: { amount: '0.08', currency: 'USD' } }],
      net: '6.56',
    });
    expect(dividends.map(({ kind }) => kind).toSorted()).toEqual([
      ...['CAPITAL_GAIN', 'CASH', 'CASH', 'CASH', 'CASH', 'RETURN_OF_CAPITAL'],
    ]);
  });

  test('a tax of another day, or of a day with several payments, is a movement of its own', async () => {
    add({ activity_type: 'DIVNRA', date: '2026-06-30', symbol: 'VTI', net_amount: '-0.45' });
    const taxes = (await host.list('cash', 'listCashMovements')).filter(({ type }) => type === 'TAX');
    expect(taxes).toMatchObject([
      { date: '2026-04-01', money: { amount: '-1.2' } },
      { date: '2026-04-02', money: { amount: '-0.95' }, instrument: { symbol: 'KO' } },
      { date: '2026-06-30', money: { amount: '-0.45' }, relatesTo: { payDate: '2026-06-30' } },
    ]);
  });

  test('a dividend in shares is a corporate action', async () => {
    add({ activity_type: 'DIV', activity_sub_type: 'SDIV', symbol: 'KO', qty: '0.24', date: '2026-10-05' });
    expect(await host.list('dividend', 'listDividends', { since: '2026-10-01' })).toEqual([]);
    expect(await host.list('corporateAction', 'listCorporateActions', { since: '2026-10-01' })).toMatchObject(
      [{ type: 'STOCK_DIVIDEND', legs: [{ instrument: { symbol: 'KO' }, quantity: '0.24' }] }],
    );
  });
});

describe('cash, fees and corporate actions', () => {
  test('deposits, withdrawals, journals and interest; what was canceled is none', async () => {
    const movements = await host.list('cash', 'listCashMovements');
    expect(movements.map(({ type, money }) => `${type} ${money.amount}`)).toEqual([
      'DEPOSIT 10000',
      'INTEREST_RECEIVED 7.31',
      expect.stringMatching(/^(INTEREST_RECEIVED 8.02|TAX -1.2)$/),
      expect.stringMatching(/^(INTEREST_RECEIVED 8.02|TAX -1.2)$/),
      'TAX -0.95',
      'DEPOSIT 2500',
      'TRANSFER_IN 25',
      'WITHDRAWAL -750.5',
    ]);
  });

  test('fees by what they are for; one taken in a crypto asset is a transfer', async () => {
    const fees = await host.list('fee', 'listFees');
    expect(fees.map(({ kind, money }) => `${kind} ${money.amount}`).toSorted()).toEqual([
      'ADR -0.2',
      'COMMISSION -0.7011825',
      'REGULATORY -0.01',
      'REGULATORY -0.02',
    ]);
    expect(await host.list('cash', 'listTransfers')).toMatchObject([
      {
        type: 'TRANSFER_OUT',
        instrument: { kind: 'CRYPTO', symbol: 'BTC' },
        quantity: '-0.000025',
        charges: [{ kind: 'COMMISSION', quantity: '0.000025', included: true }],
      },
    ]);
  });

  test('the rows of a split are one event', async () => {
    const actions = await host.list('corporateAction', 'listCorporateActions');
    expect(actions).toMatchObject([
      { type: 'SPLIT', date: '2026-06-10', cash: [], legs: expect.anything() },
      { type: 'SPIN_OFF', date: '2026-09-29', legs: [{ instrument: { symbol: 'HONA' }, quantity: '1.5' }] },
    ]);
    expect(actions[0]?.legs.map(({ quantity }) => quantity).toSorted()).toEqual(['-0.75', '11.25']);
  });
});

describe('what is not understood', () => {
  test('a type that nobody knows is shown with its row, and the rest is read', async () => {
    add({ activity_type: 'XYZ', net_amount: '12.5' });
    const page = await host.call('cash', 'listCashMovements');
    expect(page).toMatchObject({
      unclassified: [{ text: expect.stringContaining('"12.5"'), reason: 'The type XYZ is not known.' }],
    });
    expect(await host.list('cash', 'listCashMovements')).toHaveLength(8);
    const { health } = await host.activate();
    expect(await health?.()).toEqual({ status: 'degraded', metrics: { unclassified: 1 } });
  });

  test('so is a row that lacks what it must have', async () => {
    add({ activity_type: 'SPLIT', qty: '5' });
    expect(await host.list('corporateAction', 'listCorporateActions')).toHaveLength(2);
    expect(await host.call('corporateAction', 'listCorporateActions')).toMatchObject({
      unclassified: [{ reason: 'A row of type SPLIT without symbol.' }],
    });
  });
});

describe('pages', () => {
  test('a page that comes twice is refused, not taken for the end', async () => {
    running.faults.inject({ kind: 'repeatAnswer' }, { route: 'paper /v2/account/activities', skip: 1 });
    await expect(host.list('transaction', 'listTransactions')).rejects.toMatchObject({
      code: 'MALFORMED_RESPONSE',
      retry: 'safe',
    });
  });

  test('a booking that vanishes between two pages costs no other', async () => {
    const all = running.scenario.activities.length;
    running.faults.inject(
      { kind: 'change', change: ({ scenario }) => scenario.activities.splice(0, 1) },
      { route: 'paper /v2/account/activities', skip: 1 },
    );
    const trades = await host.list('transaction', 'listTransactions');
    expect(new Set(trades.map(({ source }) => source.recordId)).size).toBe(trades.length);
    expect(running.scenario.activities).toHaveLength(all - 1);
  });

  test('a day is never cut', async () => {
    for (let index = 0; index < 130; index += 1) {
      add({ activity_type: 'DIV', date: '2026-10-02', symbol: 'KO', net_amount: '0.01' });
    }
    add({ activity_type: 'DIVNRA', date: '2026-10-02', symbol: 'KO', net_amount: '-0.01' });
    const movements = await host.list('cash', 'listCashMovements', { since: '2026-10-02' });
    expect(movements).toMatchObject([{ type: 'TAX', relatesTo: { payDate: '2026-10-02' } }]);
    // All of one instant, more than a page.
    const dividends = await host.list('dividend', 'listDividends', { since: '2026-10-02' });
    const paid = dividends.filter(({ date }) => date === '2026-10-02');
    expect([paid.length, new Set(paid.map(({ source }) => source.recordId)).size]).toEqual([130, 130]);
  });

  test('a cursor of something else is refused', async () => {
    const { cash } = await host.activate();
    await expect(cash?.listCashMovements({ cursor: 'x' })).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
  });
});
