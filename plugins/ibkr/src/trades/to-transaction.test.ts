import { describe, expect, test } from '@jest/globals';
import { BUY, element, readSections, type Values } from '../../fixtures/document.js';

const trade = (values: Values): string => element('Trade', { ...BUY, ...values });

/** The only transaction of a trade, without identity and raw text. */
async function book(values: Values) {
  const { transactions, problems, unclassified } = await readSections({ Trades: [trade(values)] });
  return { transaction: transactions[0], problems: problems.map(({ code }) => code), unclassified };
}

describe('trades', () => {
  test('a purchase is a transaction', async () => {
    const { transaction, problems } = await book({});
    expect(problems).toEqual([]);
    expect(transaction).toMatchObject({
      accountId: 'U1234567',
      orderId: '4294967301',
      executionId: '0000e0d5.1.01.01',
      instrument: {
        kind: 'EQUITY',
        name: 'ACME CORP',
        symbol: 'ACME',
        isin: 'US0378331005',
        mic: 'XNAS',
        currency: 'USD',
        brokerId: '1001',
      },
      side: 'BUY',
      quantity: '100',
      price: '25.5',
      currency: 'USD',
      grossAmount: '2550',
      charges: [{ kind: 'COMMISSION', money: { amount: '1', currency: 'USD' } }],
      netAmount: { amount: '-2551', currency: 'USD' },
      tradedAt: '2024-03-05T15:15:00Z',
      tradeDate: '2024-03-05',
      settlementDate: '2024-03-07',
      venue: 'ISLAND',
      status: 'BOOKED',
      effect: 'OPEN',
      source: { section: 'Trades', recordId: '9001', rows: [1] },
    });
    expect(transaction).not.toHaveProperty('derived');
    expect(transaction).not.toHaveProperty('tradeType');
  });

  test('a sale brings cash, taxes are charges of their own, and a commission above 0 is a rebate', async () => {
    const { transaction, problems } = await book({
      buySell: 'SELL',
      quantity: '-100',
      tradeMoney: '-2550',
      proceeds: '2550',
      taxes: '-7.65',
      ibCommission: '0.4',
      netCash: '2542.75',
      openCloseIndicator: 'C;O',
    });
    expect(problems).toEqual([]);
    expect(transaction).toMatchObject({
      side: 'SELL',
      quantity: '100',
      charges: [
        { kind: 'COMMISSION', money: { amount: '-0.4' } },
        { kind: 'TRANSACTION_TAX', money: { amount: '7.65' } },
      ],
      netAmount: { amount: '2542.75' },
      effect: 'CLOSE_AND_OPEN',
    });
  });

  test.each([
    ['proceeds', { proceeds: '2550', netCash: '2549' }],
    ['booked cash', { proceeds: '', netCash: '2549' }],
  ])('a quantity without sign is sold where the %s came in', async (_, values) => {
    const { transaction, problems } = await book({ buySell: 'SELL', ...values });
    expect(problems).toEqual([]);
    expect(transaction).toMatchObject({ side: 'SELL', quantity: '100', netAmount: { amount: '2549' } });
  });

  test.each([
    { buySell: 'SELL' },
    { buySell: 'SELL', proceeds: '', netCash: '' },
    { buySell: 'BUY', quantity: '-100' },
    { buySell: 'BUY', quantity: '-100', proceeds: '2550', netCash: '2549' },
  ])('a quantity that contradicts side and cash is kept and reported: %j', async (values) => {
    const { transaction, problems, unclassified } = await book(values);
    expect(transaction).toBeUndefined();
    expect(problems).toEqual(['ROW_MALFORMED']);
    expect(unclassified).toHaveLength(1);
  });

  test('numbers may have commas between thousands', async () => {
    const { transaction, problems } = await book({
      quantity: '1,000',
      tradeMoney: '25,500',
      proceeds: '-25,500',
      netCash: '-25,501.00',
    });
    expect(problems).toEqual([]);
    expect(transaction).toMatchObject({
      quantity: '1000',
      grossAmount: '25500',
      netAmount: { amount: '-25501.00' },
    });
  });

  test('a commission in another currency is no part of the net amount', async () => {
    const { transaction, problems } = await book({ ibCommissionCurrency: 'EUR', netCash: '-2550' });
    expect(problems).toEqual([]);
    expect(transaction).toMatchObject({
      charges: [{ money: { amount: '1', currency: 'EUR' } }],
      netAmount: { amount: '-2550', currency: 'USD' },
    });
  });

  test('options count by their multiplier and name their underlying', async () => {
    const { transaction, problems } = await book({
      assetCategory: 'OPT',
      symbol: 'ACME  240920C00430000',
      description: 'ACME 20SEP24 430.0 C',
      conid: '2002',
      isin: '',
      multiplier: '100',
      strike: '430',
      expiry: '20240920',
      putCall: 'C',
      underlyingConid: '1001',
      underlyingSymbol: 'ACME',
      underlyingSecurityID: 'US0378331005',
      buySell: 'SELL',
      quantity: '-1',
      tradePrice: '2.15',
      tradeMoney: '-215',
      proceeds: '215',
      netCash: '214',
    });
    expect(problems).toEqual([]);
    expect(transaction?.instrument).toMatchObject({
      kind: 'OPTION',
      multiplier: '100',
      strike: '430',
      expiry: '2024-09-20',
      putCall: 'CALL',
      underlying: { symbol: 'ACME', isin: 'US0378331005', brokerId: '1001' },
    });
    expect(transaction).toMatchObject({ grossAmount: '215', netAmount: { amount: '214' } });
  });

  test.each([
    ['A', 'ASSIGNMENT'],
    ['Ex;O', 'EXERCISE'],
    ['MEx', 'EXERCISE'],
    ['Ep;C', 'EXPIRATION'],
    ['L;P', 'LIQUIDATION'],
    ['LF', 'LIQUIDATION'],
    ['R;RP', 'REINVESTMENT'],
  ])('the note %s makes it a trade of the type %s', async (notes, tradeType) => {
    const { transaction } = await book({ notes, transactionType: 'BookTrade' });
    expect(transaction).toMatchObject({ tradeType });
  });

  test('an expiration is a trade at 0', async () => {
    const { transaction, problems } = await book({
      assetCategory: 'OPT',
      multiplier: '100',
      quantity: '1',
      tradePrice: '0',
      tradeMoney: '0',
      proceeds: '-0',
      ibCommission: '0',
      netCash: '0',
      notes: 'Ep',
      openCloseIndicator: 'C',
      exchange: '--',
    });
    expect(problems).toEqual([]);
    expect(transaction).toMatchObject({
      grossAmount: '0',
      netAmount: { amount: '0' },
      charges: [],
      effect: 'CLOSE',
    });
    expect(transaction).not.toHaveProperty('venue');
  });

  test.each(['FUT', 'CFD'])(
    '%s exchange no principal, whether netCash has it or not',
    async (assetCategory) => {
      const future = {
        assetCategory,
        multiplier: '50',
        quantity: '2',
        tradePrice: '5250.25',
        tradeMoney: '525025',
        proceeds: '-525025',
        ibCommission: '-4.5',
      };
      const booked = await book({ ...future, netCash: '-4.5' });
      expect(booked.transaction).toMatchObject({ grossAmount: '525025', netAmount: { amount: '-4.5' } });
      expect(booked.transaction).not.toHaveProperty('derived');
      const naive = await book({ ...future, netCash: '-525029.5' });
      expect(naive.transaction).toMatchObject({ netAmount: { amount: '-4.5' }, derived: ['netAmount'] });
      expect([...booked.problems, ...naive.problems]).toEqual([]);
    },
  );

  test('what is not printed is computed and named', async () => {
    const { transaction, problems } = await book({ proceeds: '', tradeMoney: '', netCash: '' });
    expect(problems).toEqual([]);
    expect(transaction).toMatchObject({
      grossAmount: '2550',
      netAmount: { amount: '-2551' },
      derived: ['grossAmount', 'netAmount'],
    });
  });

  test('the gross amount follows from the booked cash where nothing else is printed', async () => {
    const { transaction, problems } = await book({ tradePrice: '', tradeMoney: '', proceeds: '' });
    expect(problems).toEqual([]);
    expect(transaction).toMatchObject({
      grossAmount: '2550',
      netAmount: { amount: '-2551' },
      derived: ['grossAmount'],
    });
  });

  test('a cost whose column is not exported is a charge of unknown kind', async () => {
    const { taxes: _, ...untaxed } = BUY;
    const { transactions, problems } = await readSections({
      Trades: [element('Trade', { ...untaxed, netCash: '-2558.65' })],
    });
    expect(problems).toEqual([]);
    expect(transactions[0]?.charges[1]).toEqual({
      kind: 'OTHER',
      money: { amount: '7.65', currency: 'USD' },
    });
  });

  test('booked money wins over a contradiction, which is reported', async () => {
    const { transaction, problems } = await book({ netCash: '-2600' });
    expect(problems).toEqual(['IDENTITY_BROKEN']);
    expect(transaction).toMatchObject({ netAmount: { amount: '-2600' } });
  });

  test('noise of binary floats is rounded away, and numbers beyond 2^53 stay exact', async () => {
    const noisy = await book({ netCash: '-2551.0000000000005' });
    expect(noisy.transaction).toMatchObject({ netAmount: { amount: '-2551' } });
    const large = await book({
      quantity: '9007199254740993',
      tradePrice: '1',
      tradeMoney: '9007199254740993',
      proceeds: '-9007199254740993',
      netCash: '-9007199254740994',
    });
    expect(large.transaction).toMatchObject({
      quantity: '9007199254740993',
      netAmount: { amount: '-9007199254740994' },
    });
    expect([...noisy.problems, ...large.problems]).toEqual([]);
  });

  test('an ISIN that fails its check digit is left out and reported once', async () => {
    const rows = ['1', '2'].map((id) => trade({ isin: 'US0378331006', transactionID: id }));
    const { transactions, problems } = await readSections({ Trades: rows });
    expect(transactions).toHaveLength(2);
    expect(transactions[0]?.instrument).not.toHaveProperty('isin');
    expect(problems).toMatchObject([{ code: 'IDENTIFIER_INVALID', place: { rows: [1], column: 'isin' } }]);
  });

  test('a time that the clocks show twice leaves the date', async () => {
    const { transaction, problems } = await book({ dateTime: '20241103;013000', tradeDate: '20241103' });
    expect(problems).toEqual(['AMBIGUOUS_TIME']);
    expect(transaction).toMatchObject({ tradeDate: '2024-11-03' });
    expect(transaction).not.toHaveProperty('tradedAt');
  });

  test.each(['', '20240305'])(
    'older exports print date and time apart, beside a dateTime of "%s"',
    async (dateTime) => {
      const { transaction } = await book({ dateTime, tradeTime: '101500' });
      expect(transaction).toMatchObject({ tradedAt: '2024-03-05T15:15:00Z', tradeDate: '2024-03-05' });
    },
  );
});
