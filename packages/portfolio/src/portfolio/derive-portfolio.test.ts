import { describe, expect, test } from '@jest/globals';
import { dataOf, portfolioOf, type AcmeFile } from '../../test/acme.js';
import { buy, cashMovement, corporateAction, sell, stock, transfer } from '../../test/drafts.js';
import { explainPosition } from '../explain/explain-position.js';
import { listRealizations } from '../positions/list-realizations.js';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const usa = stock('USA', { currency: 'USD' });

const rate = (date: string, value: string) => ({
  base: 'USD',
  quote: 'EUR',
  rate: value,
  source: 'REFERENCE' as const,
  date,
});

describe('the base currency', () => {
  // 10 bought for 100 USD at 0.9, 4 sold for 60 USD at 0.8, 6 left at 15 USD at 0.7.
  const file: AcmeFile = {
    transactions: [
      buy(usa, { quantity: '10', price: '10', tradeDate: '2024-01-01' }),
      sell(usa, { quantity: '4', price: '15', tradeDate: '2024-02-01' }),
    ],
    cashMovements: [
      cashMovement({ type: 'DEPOSIT', money: { amount: '5', currency: 'EUR' }, date: '2024-01-01' }),
    ],
    fxRates: [rate('2024-01-01', '0.9'), rate('2024-02-01', '0.8'), rate('2024-03-01', '0.7')],
  };

  test('takes each amount at the rate of its day', async () => {
    const { asOf, positions, totals } = await portfolioOf(file, { base: 'EUR' });
    expect(asOf).toBe('2024-03-01');
    // Cost 6/10 × 90 = 54; value 90 × 0.7 = 63; realized 60 × 0.8 − 4/10 × 90 = 12; cash 5 − 40 × 0.7 = −23.
    const base = { value: '63', cost: '54', unrealized: '9', realized: '12' };
    expect(positions).toMatchObject([{ base, realized: [usd('20')], unrealized: [usd('30')] }]);
    expect(totals.base).toEqual({
      currency: 'EUR',
      ...base,
      cash: '-23',
      cashParts: [
        { institution: 'Acme', accountId: 'A1', currency: 'EUR', amount: '5' },
        { institution: 'Acme', accountId: 'A1', currency: 'USD', amount: '-28' },
      ],
      wealth: '40',
      omitted: [],
      rates: [{ currency: 'USD', date: '2024-03-01', stale: false }],
    });
  });

  test('prefers the rate at which the trade itself was exchanged', async () => {
    const fx = { base: 'EUR', quote: 'USD', rate: '1.25', source: 'EXECUTED' as const };
    const { positions } = await portfolioOf(
      { ...file, transactions: [buy(usa, { quantity: '10', price: '10', tradeDate: '2024-01-01', fx })] },
      { base: 'EUR' },
    );
    expect(positions).toMatchObject([{ base: { cost: '80' } }]);
  });

  test('takes the rate of a conversion that is booked for the order of the trade', async () => {
    const fx = { base: 'USD', quote: 'EUR', rate: '0.85', source: 'EXECUTED' as const };
    const { positions } = await portfolioOf(
      {
        ...file,
        transactions: [buy(usa, { quantity: '10', price: '10', tradeDate: '2024-01-01', orderId: 'o1' })],
        cashMovements: [
          cashMovement({ type: 'FX_CONVERSION', money: usd('100'), date: '2024-01-01', orderId: 'o1', fx }),
        ],
      },
      { base: 'EUR' },
    );
    expect(positions).toMatchObject([{ base: { cost: '85' } }]);
  });

  test('leaves out what has no rate, and says so', async () => {
    const { totals, problems } = await portfolioOf({ ...file, fxRates: [] }, { base: 'EUR' });
    expect(totals.base).toMatchObject({ value: '0', cash: '5', wealth: '5' });
    expect(totals.base?.omitted).toMatchObject([
      { figure: 'value', reason: 'RATE_MISSING', key: 'id:USA', currencies: ['USD'] },
      { figure: 'cost', reason: 'RATE_MISSING' },
      { figure: 'unrealized', reason: 'RATE_MISSING' },
      { figure: 'realized', reason: 'RATE_MISSING' },
      { figure: 'cash', reason: 'RATE_MISSING', currencies: ['USD'] },
    ]);
    expect(problems).toMatchObject([{ code: 'RATE_MISSING' }]);
  });

  test('knows the value at the latest rate also where the rate of the purchase is missing', async () => {
    const { totals } = await portfolioOf({ ...file, fxRates: [rate('2024-03-01', '0.7')] }, { base: 'EUR' });
    expect(totals.base).toMatchObject({ value: '63', cost: '0' });
    expect(totals.base?.omitted.map(({ figure }) => figure)).toEqual(['cost', 'unrealized', 'realized']);
  });
});

describe('totals', () => {
  test('stay apart by currency without a base currency', async () => {
    const { totals } = await portfolioOf({
      transactions: [
        buy(usa, { quantity: '1', price: '10', tradeDate: '2024-01-01' }),
        buy(stock('ACM'), { quantity: '1', price: '7', tradeDate: '2024-01-01' }),
      ],
    });
    expect(totals).toMatchObject({
      value: [{ amount: '7', currency: 'EUR' }, usd('10')],
      cash: [{ amount: '-7', currency: 'EUR' }, usd('-10')],
      omitted: [],
    });
    expect(totals).not.toHaveProperty('base');
  });

  test('name what they leave out and why', async () => {
    const { totals } = await portfolioOf({
      transactions: [
        sell(stock('GONE'), { quantity: '1', price: '10', tradeDate: '2024-01-01' }),
        buy(stock('MIX'), { quantity: '1', price: '10', tradeDate: '2024-01-01' }),
      ],
      transfers: [
        transfer(stock('GIFT'), { type: 'TRANSFER_IN', quantity: '1', date: '2024-01-01' }),
        transfer(stock('MIX'), { type: 'TRANSFER_IN', quantity: '1', date: '2024-01-01' }),
      ],
    });
    expect(totals.omitted.map(({ key, figure, reason }) => `${key} ${figure} ${reason}`)).toEqual([
      'id:GIFT value PRICE_MISSING',
      'id:GIFT cost COST_UNKNOWN',
      'id:GIFT unrealized PRICE_MISSING',
      'id:GONE value HISTORY_INCOMPLETE',
      'id:GONE cost HISTORY_INCOMPLETE',
      'id:GONE unrealized HISTORY_INCOMPLETE',
      'id:GONE realized HISTORY_INCOMPLETE',
      'id:MIX cost COST_UNKNOWN',
      'id:MIX unrealized COST_UNKNOWN',
    ]);
  });
});

describe('provenance', () => {
  const leg = (symbol: string, quantity: string) => ({ instrument: stock(symbol), quantity });
  const file: AcmeFile = {
    transactions: [
      buy(stock('OLD'), { quantity: '10', price: '10', tradeDate: '2024-01-01' }),
      buy(stock('OTH'), { quantity: '10', price: '10', tradeDate: '2024-01-01' }),
      sell(stock('NEW'), { quantity: '1', price: '70', tradeDate: '2024-03-01' }),
    ],
    corporateActions: [
      corporateAction({
        type: 'IDENTIFIER_CHANGE',
        legs: [leg('OLD', '-10'), leg('NEW', '2')],
        date: '2024-02-01',
      }),
    ],
  };

  test('of a position reaches back to the instruments that it replaced', async () => {
    const steps = explainPosition(await dataOf(file), { key: 'id:NEW' });
    expect(steps.map(({ date, key, quantity }) => [date, key, quantity])).toEqual([
      ['2024-01-01', 'id:OLD', '10'],
      ['2024-02-01', 'id:OLD', '-10'],
      ['2024-02-01', 'id:NEW', '2'],
      ['2024-03-01', 'id:NEW', '-1'],
    ]);
    expect(explainPosition(await dataOf(file), { key: 'id:OTH' })).toHaveLength(1);
    expect(explainPosition(await dataOf(file), { key: 'id:NEW', until: '2024-02-01' })).toHaveLength(3);
  });

  test('of a gain names the record that closed and those that opened', async () => {
    const data = await dataOf(file);
    const [purchase] = explainPosition(data, { key: 'id:NEW' });
    expect(listRealizations(data, { method: 'FIFO', base: 'EUR' })).toEqual([
      expect.objectContaining({
        key: 'id:NEW',
        quantity: '1',
        proceeds: [{ amount: '70', currency: 'EUR' }],
        cost: [{ amount: '50', currency: 'EUR' }],
        gain: [{ amount: '20', currency: 'EUR' }],
        baseGain: '20',
        lotRecordIds: [purchase?.recordId],
      }),
    ]);
  });

  test('of gains leaves out holdings whose history is incomplete, and other periods', async () => {
    const data = await dataOf(file, {
      transactions: [sell(stock('OTH'), { quantity: '11', price: '10', tradeDate: '2024-02-01' })],
    });
    expect(listRealizations(data)).toMatchObject([{ key: 'id:NEW' }]);
    expect(listRealizations(data, { since: '2024-03-02' })).toEqual([]);
  });
});

describe('prices', () => {
  test('are shared by accounts that hold the same instrument', async () => {
    const isin = 'US0378331005';
    const { positions } = await portfolioOf({
      transactions: [buy(stock('A', { isin }), { quantity: '1', price: '12', tradeDate: '2024-01-02' })],
      transfers: [
        transfer(stock('B', { isin }), {
          type: 'TRANSFER_IN',
          quantity: '1',
          date: '2024-01-01',
          accountId: 'A2',
          costBasis: { amount: '5', currency: 'EUR' },
        }),
      ],
    });
    expect(positions.map(({ value }) => value)).toEqual([
      [{ amount: '12', currency: 'EUR' }],
      [{ amount: '12', currency: 'EUR' }],
    ]);
  });
});
