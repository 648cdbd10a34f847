import { describe, expect, test } from '@jest/globals';
import { BUY, element, readSections, type Values } from '../../fixtures/document.js';

const trade = (values: Values): string => element('Trade', { ...BUY, ...values });

describe('trades of currencies', () => {
  const fx = (values: Values): string =>
    trade({
      assetCategory: 'CASH',
      symbol: 'EUR.USD',
      description: 'EUR.USD',
      conid: '12087792',
      isin: '',
      quantity: '-4000',
      buySell: 'SELL',
      tradePrice: '1.095',
      tradeMoney: '-4380',
      proceeds: '4380',
      ibCommission: '-1.83',
      ibCommissionCurrency: 'EUR',
      netCash: '0',
      ...values,
    });

  test('are two movements with one link and the executed rate, charged on the sold leg', async () => {
    const { cashMovements, transactions, problems } = await readSections({ Trades: [fx({})] });
    expect(problems).toEqual([]);
    expect(transactions).toEqual([]);
    const rate = { base: 'EUR', quote: 'USD', rate: '1.095', source: 'EXECUTED' };
    expect(cashMovements).toMatchObject([
      {
        type: 'FX_CONVERSION',
        money: { amount: '-4000', currency: 'EUR' },
        charges: [{ kind: 'COMMISSION', money: { amount: '1.83', currency: 'EUR' } }],
        fx: rate,
        date: '2024-03-05',
        valueDate: '2024-03-07',
        bookedAt: '2024-03-05T15:15:00Z',
      },
      { type: 'FX_CONVERSION', money: { amount: '4380', currency: 'USD' }, fx: rate },
    ]);
    expect(cashMovements[1]).not.toHaveProperty('charges');
    expect(cashMovements[0]?.linkId).toBe(cashMovements[1]?.linkId);
    expect(new Set(cashMovements.map(({ id }) => id)).size).toBe(2);
  });

  test('are told by their pair where the export has no asset class', async () => {
    const { cashMovements, transactions, problems } = await readSections({
      Trades: [fx({ assetCategory: '' }), trade({ assetCategory: '', symbol: 'BRK.B', transactionID: '2' })],
    });
    expect(problems).toEqual([]);
    expect(cashMovements).toHaveLength(2);
    expect(transactions).toMatchObject([{ instrument: { symbol: 'BRK.B', kind: 'OTHER' } }]);
  });

  test('of a purchase sell the second currency', async () => {
    const { cashMovements, problems } = await readSections({
      Trades: [fx({ buySell: 'BUY', quantity: '4000', tradeMoney: '4380', proceeds: '-4380' })],
    });
    expect(problems).toEqual([]);
    expect(cashMovements).toMatchObject([
      { money: { amount: '4000', currency: 'EUR' } },
      { money: { amount: '-4380', currency: 'USD' }, charges: [{ money: { amount: '1.83' } }] },
    ]);
  });

  test('can be canceled', async () => {
    const { cashMovements } = await readSections({
      Trades: [
        fx({}),
        fx({
          buySell: 'SELL (Ca.)',
          transactionType: 'TradeCancel',
          quantity: '4000',
          proceeds: '-4380',
          ibCommission: '0',
          transactionID: '9100',
          origTransactionID: '9001',
        }),
      ],
    });
    expect(cashMovements.slice(2)).toMatchObject([
      { status: 'REVERSAL', money: { amount: '4000', currency: 'EUR' }, reverses: cashMovements[0]?.id },
      { status: 'REVERSAL', money: { amount: '-4380', currency: 'USD' }, reverses: cashMovements[1]?.id },
    ]);
  });

  test('that name no pair of currencies are kept', async () => {
    const { unclassified, problems } = await readSections({
      Trades: [fx({ symbol: 'BTC.USD', description: '' })],
    });
    expect(unclassified).toMatchObject([{ rows: [1] }]);
    expect(problems).toMatchObject([{ code: 'ROW_MALFORMED', place: { column: 'symbol' } }]);
  });
});
