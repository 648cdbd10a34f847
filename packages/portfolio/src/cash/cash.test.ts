import { describe, expect, test } from '@jest/globals';
import { dataOf, portfolioOf, type AcmeFile } from '../../test/acme.js';
import { buy, cashMovement, corporateAction, dividend, fee, stock, transfer } from '../../test/drafts.js';
import { explainCash } from '../explain/explain-cash.js';
import { deriveCash } from './derive-cash.js';
import { summarizeCashMovements } from './summarize-cash-movements.js';

const acme = stock('ACM');
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const usd = (amount: string) => ({ amount, currency: 'USD' });

const january: AcmeFile = {
  transactions: [
    buy(stock('USA', { currency: 'USD' }), {
      quantity: '1',
      price: '50',
      tradeDate: '2024-01-10',
      charges: [
        { kind: 'COMMISSION', money: usd('1') },
        { kind: 'EXCHANGE', money: eur('2.5') },
      ],
      netAmount: usd('-51'),
    }),
  ],
  cashMovements: [
    cashMovement({ type: 'DEPOSIT', money: eur('1000'), date: '2024-01-01' }),
    cashMovement({
      type: 'FX_CONVERSION',
      money: eur('-92'),
      date: '2024-01-10',
      charges: [{ kind: 'FX_CONVERSION', money: eur('0.1') }],
    }),
    cashMovement({ type: 'FX_CONVERSION', money: usd('100'), date: '2024-01-10' }),
  ],
  transfers: [
    transfer(acme, {
      type: 'TRANSFER_IN',
      quantity: '1',
      date: '2024-01-11',
      charges: [{ kind: 'OTHER', money: eur('5') }],
    }),
  ],
  dividends: [
    dividend(acme, { gross: '10', net: '8.5', date: '2024-01-20', withholdings: [{ money: eur('1.5') }] }),
    dividend(acme, { gross: '10', net: '8.5', date: '2024-04-20', status: 'ANNOUNCED' }),
  ],
  fees: [fee({ money: eur('-3'), date: '2024-01-31' })],
  corporateActions: [
    corporateAction({
      type: 'MERGER',
      legs: [],
      cash: [{ kind: 'TAX', money: eur('-7') }],
      date: '2024-01-31',
    }),
  ],
};

describe('deriveCash', () => {
  test('adds up what every kind of record does to cash', async () => {
    // EUR: 1000 − 92 − 0.1 − 2.5 − 5 + 8.5 − 3 − 7 = 898.9; USD: 100 − 51 = 49. What is announced moves nothing.
    expect(deriveCash(await dataOf(january))).toEqual([
      { institution: 'Acme', accountId: 'A1', currency: 'EUR', recorded: '898.9', balance: '898.9' },
      { institution: 'Acme', accountId: 'A1', currency: 'USD', recorded: '49', balance: '49' },
    ]);
  });

  test('stops at the last day asked for, and at the account', async () => {
    const data = await dataOf(january);
    expect(deriveCash(data, { until: '2024-01-01' })).toMatchObject([{ currency: 'EUR', balance: '1000' }]);
    expect(deriveCash(data, { account: 'Acme/A1', until: '2024-01-01' })).toHaveLength(1);
    expect(deriveCash(data, { account: 'A2' })).toEqual([]);
  });

  const period = (from: string, to: string, opening: string | undefined, closing: string): AcmeFile => ({
    accounts: [
      {
        id: 'A1',
        period: { from, to },
        ...(opening === undefined ? {} : { openingCash: [eur(opening)] }),
        cash: [eur(closing)],
      },
    ],
    cashMovements: [cashMovement({ type: 'DEPOSIT', money: eur('100'), date: from })],
  });

  test('shows the balance of the latest statement and adds what came after it', async () => {
    const later = {
      cashMovements: [cashMovement({ type: 'WITHDRAWAL', money: eur('-30'), date: '2024-03-05' })],
    };
    const files = [
      period('2024-01-01', '2024-01-31', '50', '150'),
      period('2024-02-01', '2024-02-29', '150', '250'),
    ];
    for (const order of [files, files.toReversed()]) {
      expect(deriveCash(await dataOf(...order, later))).toEqual([
        {
          institution: 'Acme',
          accountId: 'A1',
          currency: 'EUR',
          recorded: '170',
          statement: { amount: '250', date: '2024-02-29' },
          balance: '220',
        },
      ]);
    }
  });

  test('counts from the opening balance of the statement that the last day asked for is in', async () => {
    const files = [
      period('2024-01-01', '2024-01-31', '50', '150'),
      // February is missing: 70 came in.
      period('2024-03-01', '2024-03-31', '220', '320'),
    ];
    const data = await dataOf(...files);
    const balanceAt = (until: string) => deriveCash(data, { until });
    expect(balanceAt('2023-12-31')).toMatchObject([{ balance: '50' }]);
    expect(balanceAt('2024-01-15')).toEqual([
      {
        institution: 'Acme',
        accountId: 'A1',
        currency: 'EUR',
        recorded: '100',
        statement: { amount: '50', date: '2023-12-31' },
        balance: '150',
      },
    ]);
    expect(balanceAt('2024-01-31')).toMatchObject([{ statement: { amount: '150' }, balance: '150' }]);
    expect(balanceAt('2024-03-15')).toMatchObject([
      { statement: { amount: '220', date: '2024-02-29' }, balance: '320', difference: '70' },
    ]);
  });

  test('says what the records do not explain', async () => {
    const { cash, problems } = await portfolioOf(period('2024-01-01', '2024-01-31', '50', '170'));
    expect(cash).toMatchObject([{ balance: '170', difference: '20' }]);
    expect(problems).toMatchObject([{ code: 'BALANCE_MISMATCH' }]);
  });

  test('knows of none in a currency that the institution lists no more', async () => {
    const list = (asOf: string, ...cash: readonly { amount: string; currency: string }[]): AcmeFile => ({
      channel: 'API',
      accounts: [{ id: 'A1', asOf, cash: [...cash] }],
    });
    const balancesOf = async (...files: readonly AcmeFile[]) =>
      Object.fromEntries(
        deriveCash(await dataOf(...files)).map(({ currency, balance }) => [currency, balance]),
      );
    const [both, one] = [list('2024-01-01', eur('5'), usd('7')), list('2024-01-02', eur('12'))];
    expect(await balancesOf(both)).toEqual({ EUR: '5', USD: '7' });
    expect(await balancesOf(both, one)).toEqual({ EUR: '12', USD: '0' });
    expect(await balancesOf(one, both, list('2024-01-03', usd('3')))).toEqual({ EUR: '0', USD: '3' });
    const apart = [list('2024-01-02', eur('5')), list('2024-01-02', usd('8'))];
    expect(await balancesOf(both, ...apart)).toEqual({ EUR: '5', USD: '8' });
    const period = { from: '2024-01-01', to: '2024-01-31' };
    expect(await balancesOf(both, { accounts: [{ id: 'A1', period, cash: [eur('1')] }] })).toEqual({
      EUR: '1',
      USD: '7',
    });
  });

  test('takes a difference below the minor unit for rounding', async () => {
    expect(deriveCash(await dataOf(period('2024-01-01', '2024-01-31', '50', '150.009')))).toEqual([
      expect.not.objectContaining({ difference: expect.anything() }),
    ]);
  });

  test('counts from the first record where no statement tells an opening balance', async () => {
    expect(deriveCash(await dataOf(period('2024-01-01', '2024-01-31', undefined, '120')))).toMatchObject([
      { difference: '20' },
    ]);
  });
});

describe('explainCash', () => {
  test('lists the records whose sum is the recorded cash', async () => {
    const data = await dataOf(january);
    const steps = explainCash(data, { currency: 'EUR' });
    expect(steps.map(({ kind, amount }) => [kind, amount])).toEqual(
      expect.arrayContaining([
        ['CASH_MOVEMENT', '1000'],
        ['CASH_MOVEMENT', '-92.1'],
        ['TRANSACTION', '-2.5'],
        ['TRANSFER', '-5'],
        ['DIVIDEND', '8.5'],
        ['FEE', '-3'],
        ['CORPORATE_ACTION', '-7'],
      ]),
    );
    expect(steps).toHaveLength(7);
  });
});

describe('summarizeCashMovements', () => {
  test('adds up by type and currency', async () => {
    const { sums } = summarizeCashMovements(await dataOf(january));
    expect(sums).toEqual([
      { type: 'DEPOSIT', currency: 'EUR', amount: '1000', count: 1 },
      { type: 'FX_CONVERSION', currency: 'EUR', amount: '-92', count: 1 },
      { type: 'FX_CONVERSION', currency: 'USD', amount: '100', count: 1 },
    ]);
  });

  test('tells deposits and withdrawals in the base currency, and what it leaves out', async () => {
    const data = await dataOf({
      cashMovements: [
        cashMovement({ type: 'DEPOSIT', money: usd('110'), date: '2024-01-02' }),
        cashMovement({ type: 'DEPOSIT', money: eur('5'), date: '2024-01-02' }),
        cashMovement({ type: 'WITHDRAWAL', money: { amount: '-7', currency: 'JPY' }, date: '2024-01-02' }),
      ],
      fxRates: [{ base: 'EUR', quote: 'USD', rate: '1.1', source: 'REFERENCE', date: '2024-01-01' }],
    });
    expect(summarizeCashMovements(data, { base: 'EUR' }).base).toMatchObject({
      deposits: { currency: 'EUR', amount: '105', omitted: [] },
      withdrawals: { amount: '0', omitted: [{ currency: 'JPY' }] },
    });
  });
});
