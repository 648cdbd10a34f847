import { describe, expect, test } from '@jest/globals';
import { buildPurchase } from '../../test/build-row.js';
import { readBookingTime } from './booking-time.js';
import { toTrade } from './to-trade.js';

/** 0.5 ETH for 0.0194 BTC and a fee of 0.00003 BTC. */
const PURCHASE = {
  currency: 'ETH',
  amount: '0.5',
  quoteCurrency: 'BTC',
  quotePrice: '0.0388',
  settledCurrency: 'BTC',
  settledAmount: '-0.01943',
  feeCurrency: 'BTC',
  feeAmount: '0.00003',
};
const SALE = { ...PURCHASE, type: 'sell', amount: '-0.5', settledAmount: '0.01937' };

const book = (cells: Parameters<typeof buildPurchase>[0]) => {
  const row = buildPurchase(cells);
  return toTrade(row, readBookingTime(row), row.type === 'buy' ? 'BUY' : 'SELL');
};

describe('toSwap', () => {
  test('a purchase with a crypto asset is a purchase and a sale with one link', () => {
    const { transactions, findings } = book(PURCHASE);
    expect(transactions).toMatchObject([
      { side: 'BUY', quantity: '0.5', instrument: { symbol: 'ETH' }, charges: [], source: { part: 'asset' } },
      {
        side: 'SELL',
        quantity: '0.01943',
        instrument: { symbol: 'BTC' },
        charges: [{ kind: 'COMMISSION', quantity: '0.00003', included: true }],
        source: { part: 'quote' },
      },
    ]);
    expect(new Set(transactions?.map((trade) => trade.linkId)).size).toBe(1);
    expect(findings).toEqual([]);
  });

  test('a sale for a crypto asset is a sale and a purchase', () => {
    expect(book(SALE).transactions).toMatchObject([
      { side: 'SELL', quantity: '0.5' },
      { side: 'BUY', quantity: '0.01937' },
    ]);
  });

  test('no money moves and no price in money is known', () => {
    for (const trade of book(PURCHASE).transactions ?? []) {
      expect(trade).toMatchObject({
        currency: 'EUR',
        grossAmount: '0',
        netAmount: { amount: '0', currency: 'EUR' },
        derived: ['currency', 'grossAmount', 'netAmount'],
      });
      expect(trade).not.toHaveProperty('price');
    }
  });

  test('a fee in money is the only cash effect', () => {
    const cells = { ...PURCHASE, settledAmount: '-0.0194', feeCurrency: 'USD', feeAmount: '1.2' };
    expect(book(cells).transactions).toMatchObject([
      {
        netAmount: { amount: '-1.2', currency: 'USD' },
        charges: [{ money: { amount: '1.2', currency: 'USD' } }],
      },
      { netAmount: { amount: '0', currency: 'USD' }, charges: [] },
    ]);
  });

  test('a fee in the asset bought is included in its quantity', () => {
    const cells = { ...PURCHASE, settledAmount: '-0.0194', feeCurrency: 'ETH', feeAmount: '0.001' };
    expect(book(cells)).toMatchObject({
      transactions: [{ charges: [{ included: true }] }, {}],
      findings: [],
    });
    expect(book({ ...cells, settledAmount: '-0.0194388' }).findings).toEqual([]);
  });

  test('a fee in a third asset is a charge of its own', () => {
    const cells = { ...PURCHASE, settledAmount: '-0.0194', feeCurrency: 'BNB', feeAmount: '0.002' };
    const [bought, sold] = book(cells).transactions ?? [];
    expect(bought?.charges).toEqual([
      { kind: 'COMMISSION', quantity: '0.002', instrument: { kind: 'CRYPTO', name: 'BNB', symbol: 'BNB' } },
    ]);
    expect(sold?.charges).toEqual([]);
  });

  test('what the rounding of the price leaves open is no contradiction', () => {
    const cells = {
      ...PURCHASE,
      amount: '1000',
      quotePrice: '0.0388',
      feeAmount: '',
      settledAmount: '-38.84',
    };
    expect(book(cells).findings).toEqual([]);
    expect(book({ ...cells, settledAmount: '-38.86' }).findings).toHaveLength(1);
  });

  test('rows without an id share the link that their content makes', () => {
    const [first, second] = book({ ...PURCHASE, transactionId: '' }).transactions ?? [];
    expect(first?.linkId).toBe('2024-05-06 10:11:12 ETH 0.5 BTC -0.01943');
    expect(second?.linkId).toBe(first?.linkId);
  });

  test.each([
    ['a purchase', { ...PURCHASE, settledAmount: '-0.02943' }],
    ['a sale', { ...SALE, settledAmount: '0.01942' }],
  ])('the numbers of %s that contradict each other are reported', (_, cells) => {
    expect(book(cells).findings).toEqual([
      expect.objectContaining({ code: 'IDENTITY_BROKEN', column: 'settledAmount' }),
    ]);
  });

  test('without a price there is nothing to compare', () => {
    expect(book({ ...PURCHASE, quotePrice: '' }).findings).toEqual([]);
  });

  test.each([
    ['a purchase that is paid for', { ...PURCHASE, settledAmount: '0.01943' }],
    ['a sale that costs', { ...SALE, settledAmount: '-0.01937' }],
  ])('%s is refused', (_, cells) => {
    expect(() => book(cells)).toThrow(expect.objectContaining({ column: 'settledAmount' }));
  });
});
