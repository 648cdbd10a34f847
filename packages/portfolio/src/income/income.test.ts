import { describe, expect, test } from '@jest/globals';
import { dataOf, type AcmeFile } from '../../test/acme.js';
import { buy, cashMovement, corporateAction, dividend, fee, stock } from '../../test/drafts.js';
import { listCharges } from './charge-items.js';
import { listExpectedDividends } from './dividend-items.js';
import { summarizeCharges } from './summarize-charges.js';
import { summarizeDividends } from './summarize-dividends.js';

const acme = stock('ACM', { currency: 'USD' });
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const usd = (amount: string) => ({ amount, currency: 'USD' });

// 10.56 − 1.58 − 3.67 = 5.31 USD, then 4 − 0.6 = 3.4 USD, of which the broker paid EUR at 1.25 of its own.
const income: AcmeFile = {
  dividends: [
    dividend(acme, {
      gross: '10.56',
      withholdings: [{ money: usd('1.58'), country: 'US' }],
      charges: [{ kind: 'ADR', money: usd('3.67') }],
      net: '5.31',
      date: '2024-02-01',
    }),
    dividend(acme, {
      gross: '4',
      withholdings: [{ money: usd('0.6') }],
      net: '3.4',
      date: '2024-03-01',
      fx: { base: 'EUR', quote: 'USD', rate: '1.25', source: 'EXECUTED' },
    }),
    dividend(acme, { gross: '4', net: '4', date: '2024-06-01', payDate: '2024-06-01', status: 'ANNOUNCED' }),
  ],
  cashMovements: [
    cashMovement({ type: 'TAX', money: usd('-0.4'), date: '2024-03-02', instrument: acme }),
    cashMovement({ type: 'TAX', money: usd('-9'), date: '2024-03-02' }),
  ],
  fxRates: [{ base: 'USD', quote: 'EUR', rate: '0.5', source: 'REFERENCE', date: '2024-01-31' }],
};

describe('summarizeDividends', () => {
  test('adds up gross, tax, charges and net by instrument and currency', async () => {
    const { instruments, totals, taxesApart, expected } = summarizeDividends(await dataOf(income));
    const sum = { currency: 'USD', gross: '14.56', withheld: '2.18', charges: '3.67', net: '8.71', count: 2 };
    expect(instruments).toMatchObject([{ instrument: { symbol: 'ACM' }, ...sum }]);
    expect(totals).toEqual([sum]);
    expect(taxesApart).toMatchObject([{ amount: '-0.4', currency: 'USD', instrument: { symbol: 'ACM' } }]);
    expect(expected).toMatchObject([{ gross: '4', payDate: '2024-06-01' }]);
  });

  test('converts each payment at its own rate, else at that of its day', async () => {
    // 5.31 × 0.5 + 3.4 / 1.25 = 2.655 + 2.72
    expect(summarizeDividends(await dataOf(income), { base: 'EUR' }).base).toMatchObject({
      net: { currency: 'EUR', amount: '5.375', omitted: [] },
    });
  });

  test('names the payments that have no rate', async () => {
    const data = await dataOf({ ...income, fxRates: [] });
    const { base } = summarizeDividends(data, { base: 'CHF' });
    expect(base?.gross).toMatchObject({ amount: '0', omitted: [{ currency: 'USD' }, { currency: 'USD' }] });
  });

  test('takes a reversed payment back', async () => {
    const data = await dataOf({
      dividends: [
        dividend(acme, { gross: '10', net: '10', date: '2024-02-01' }),
        dividend(acme, { gross: '-10', net: '-10', date: '2024-02-05', status: 'REVERSAL' }),
      ],
    });
    expect(summarizeDividends(data).totals).toMatchObject([{ gross: '0', net: '0' }]);
  });

  test('tells capital that was given back apart from income', async () => {
    const back = dividend(acme, { kind: 'RETURN_OF_CAPITAL', gross: '7', net: '7', date: '2024-03-05' });
    const summary = summarizeDividends(
      await dataOf({ ...income, dividends: [...(income.dividends ?? []), back] }),
      { base: 'USD' },
    );
    expect(summary).toMatchObject({
      instruments: [{ gross: '14.56', count: 2 }],
      totals: [{ gross: '14.56', count: 2 }],
      capitalReturned: [{ currency: 'USD', gross: '7', withheld: '0', charges: '0', net: '7', count: 1 }],
      base: { gross: { amount: '14.56' } },
    });
  });

  test('keeps to the period and the account', async () => {
    const data = await dataOf(income);
    expect(summarizeDividends(data, { since: '2024-03-01' }).totals).toMatchObject([{ gross: '4' }]);
    expect(summarizeDividends(data, { account: 'A2' }).totals).toEqual([]);
  });
});

describe('listExpectedDividends', () => {
  const announced = dividend(acme, {
    gross: '4',
    net: '4',
    date: '2024-06-01',
    payDate: '2024-06-01',
    status: 'ANNOUNCED',
  });

  test('forgets what was paid on the day', async () => {
    const paid = dividend(acme, { gross: '4.1', net: '4.1', date: '2024-06-03', payDate: '2024-06-01' });
    expect(listExpectedDividends(await dataOf({ dividends: [announced, paid] }))).toEqual([]);
  });

  test('forgets what was to be paid before a day that is known', async () => {
    const later = cashMovement({ type: 'DEPOSIT', money: eur('1'), date: '2024-06-02' });
    expect(listExpectedDividends(await dataOf({ dividends: [announced] }))).toHaveLength(1);
    expect(listExpectedDividends(await dataOf({ dividends: [announced], cashMovements: [later] }))).toEqual(
      [],
    );
  });
});

const costs: AcmeFile = {
  transactions: [
    buy(acme, {
      quantity: '1',
      price: '50',
      tradeDate: '2024-01-10',
      charges: [
        { kind: 'COMMISSION', money: usd('1') },
        { kind: 'FX_CONVERSION', money: usd('0.2'), included: true },
        { kind: 'NETWORK', quantity: '0.1', instrument: stock('ETH', { kind: 'CRYPTO' }), included: true },
      ],
      netAmount: usd('-51'),
    }),
  ],
  dividends: [
    dividend(acme, { gross: '3', net: '2', charges: [{ kind: 'ADR', money: usd('1') }], date: '2024-02-01' }),
    dividend(acme, {
      gross: '3',
      net: '2',
      charges: [{ kind: 'ADR', money: usd('1') }],
      date: '2024-05-01',
      status: 'ANNOUNCED',
    }),
  ],
  fees: [
    fee({ kind: 'CONNECTIVITY', money: eur('-2.5'), date: '2024-01-31' }),
    fee({ kind: 'CONNECTIVITY', money: eur('0.5'), date: '2024-02-28' }),
  ],
  corporateActions: [
    corporateAction({
      type: 'MERGER',
      legs: [],
      cash: [{ kind: 'FEE', money: eur('-7') }],
      date: '2024-01-31',
    }),
  ],
};

describe('summarizeCharges', () => {
  test('adds up fees and charges by kind and currency; a refund lowers the cost', async () => {
    const { sums, inKind } = summarizeCharges(await dataOf(costs));
    expect(sums).toEqual([
      { kind: 'ADR', currency: 'USD', amount: '1', included: '0', count: 1 },
      { kind: 'COMMISSION', currency: 'USD', amount: '1', included: '0', count: 1 },
      { kind: 'CONNECTIVITY', currency: 'EUR', amount: '2', included: '0', count: 2 },
      { kind: 'CORPORATE_ACTION', currency: 'EUR', amount: '7', included: '0', count: 1 },
      { kind: 'FX_CONVERSION', currency: 'USD', amount: '0.2', included: '0.2', count: 1 },
    ]);
    expect(inKind).toMatchObject([
      { kind: 'NETWORK', quantity: '0.1', instrument: { symbol: 'ETH' }, included: true },
    ]);
  });

  test('tells the total in the base currency', async () => {
    const rate = { base: 'USD', quote: 'EUR', rate: '0.5', source: 'REFERENCE' as const, date: '2024-01-01' };
    // 2 + 7 + (1 + 1 + 0.2) × 0.5
    expect(summarizeCharges(await dataOf({ ...costs, fxRates: [rate] }), { base: 'EUR' }).base).toEqual({
      currency: 'EUR',
      amount: '10.1',
      omitted: [],
    });
  });

  test('converts a charge at the rate of its own trade first', async () => {
    const rate = { base: 'USD', quote: 'EUR', rate: '0.5', source: 'REFERENCE' as const, date: '2024-01-10' };
    const trade = buy(acme, {
      quantity: '1',
      price: '50',
      tradeDate: '2024-01-10',
      charges: [{ kind: 'COMMISSION', money: usd('1'), included: true }],
      netAmount: eur('-40'),
      fx: { base: 'USD', quote: 'EUR', rate: '0.8', source: 'EXECUTED' },
    });
    const data = await dataOf({ transactions: [trade], fxRates: [rate] });
    expect(summarizeCharges(data, { base: 'EUR' }).base).toMatchObject({ amount: '0.8' });
  });

  test('lists the records that the sums come from, by date', async () => {
    const items = listCharges(await dataOf(costs), { since: '2024-01-31', until: '2024-02-01' });
    expect(items.map(({ date, of, kind }) => [date, of, kind])).toEqual(
      expect.arrayContaining([
        ['2024-01-31', 'FEE', 'CONNECTIVITY'],
        ['2024-01-31', 'CORPORATE_ACTION', 'CORPORATE_ACTION'],
        ['2024-02-01', 'DIVIDEND', 'ADR'],
      ]),
    );
    expect(items.map(({ date }) => date)).toEqual(items.map(({ date }) => date).toSorted());
  });
});
