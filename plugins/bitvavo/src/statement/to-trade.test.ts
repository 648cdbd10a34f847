import { describe, expect, test } from '@jest/globals';
import { buildPurchase } from '../../test/build-row.js';
import { readBookingTime } from './booking-time.js';
import { toTrade } from './to-trade.js';

const book = (cells: Parameters<typeof buildPurchase>[0] = {}) => {
  const row = buildPurchase(cells);
  return toTrade(row, readBookingTime(row), row.type === 'buy' ? 'BUY' : 'SELL');
};
const SALE = { type: 'sell', amount: '-0.01', settledAmount: '598.50' };

describe('toTrade', () => {
  test('a purchase pays quantity × price and the fee', () => {
    expect(book().transactions).toEqual([
      {
        accountId: 'default',
        instrument: { kind: 'CRYPTO', name: 'BTC', symbol: 'BTC' },
        side: 'BUY',
        quantity: '0.01',
        price: '60000',
        grossAmount: '600',
        derived: ['grossAmount'],
        currency: 'EUR',
        charges: [{ kind: 'COMMISSION', money: { amount: '1.5', currency: 'EUR' } }],
        netAmount: { amount: '-601.50', currency: 'EUR' },
        tradedAt: '2024-05-06T08:11:12Z',
        tradeDate: '2024-05-06',
        status: 'BOOKED',
        source: { recordId: '5f0c9f6e-7a52-4d0e-9d0b-5f4a0f6b1c11', printedTime: '10:11:12', rows: [7] },
        raw: [{}],
      },
    ]);
  });

  test('a sale brings quantity × price less the fee', () => {
    expect(book(SALE).transactions).toEqual([
      expect.objectContaining({
        side: 'SELL',
        quantity: '0.01',
        grossAmount: '600',
        netAmount: { amount: '598.50', currency: 'EUR' },
      }),
    ]);
  });

  test('a rebate for makers is a negative charge', () => {
    const [trade] = book({ feeAmount: '-0.3', settledAmount: '-599.70' }).transactions ?? [];
    expect(trade?.charges).toEqual([{ kind: 'COMMISSION', money: { amount: '-0.3', currency: 'EUR' } }]);
  });

  test('the gross amount has every digit of quantity × price', () => {
    const [trade] = book({ amount: '0.0053543', quotePrice: '1862.8' }).transactions ?? [];
    expect(trade?.grossAmount).toBe('9.97399004');
  });

  test('booked money that contradicts quantity × price is kept', () => {
    const [trade] = book({ settledAmount: '-700' }).transactions ?? [];
    expect(trade).toMatchObject({ grossAmount: '600', netAmount: { amount: '-700', currency: 'EUR' } });
  });

  test.each([
    ['bought', { settledAmount: '601.50' }, '-601.50'],
    ['bought without a price', { settledAmount: '601.50', quotePrice: '' }, '-601.50'],
    ['bought for another sum', { settledAmount: '600' }, '-600'],
    ['sold', { ...SALE, settledAmount: '-598.50' }, '598.50'],
    ['sold for less than the fee', { ...SALE, quotePrice: '100', settledAmount: '-0.50' }, '-0.50'],
    [
      'sold for less than the fee, without a price',
      { ...SALE, quotePrice: '', settledAmount: '-0.50' },
      '-0.50',
    ],
  ])('%s, the sign of the money is that of the trade', (_, cells, amount) => {
    expect(book(cells).transactions?.[0]?.netAmount).toEqual({ amount, currency: 'EUR' });
  });

  test('without a price the gross amount follows from what was settled', () => {
    const [bought] = book({ quotePrice: '' }).transactions ?? [];
    expect(bought).toMatchObject({ grossAmount: '600', derived: ['grossAmount'] });
    expect(bought).not.toHaveProperty('price');
    expect(book({ ...SALE, quotePrice: '' }).transactions?.[0]?.grossAmount).toBe('600');
  });

  test('a fee in the asset bought on top of quantity × price is included in the quantity', () => {
    const [trade] =
      book({ feeCurrency: 'BTC', feeAmount: '0.00002', settledAmount: '-600' }).transactions ?? [];
    expect(trade).toMatchObject({
      quantity: '0.01',
      price: '60000',
      grossAmount: '600',
      charges: [{ kind: 'COMMISSION', quantity: '0.00002', instrument: { symbol: 'BTC' }, included: true }],
    });
  });

  test.each([
    ['bought', { settledAmount: '-601.2' }, '60120', '601.2'],
    ['sold', { ...SALE, settledAmount: '598.8' }, '59880', '598.8'],
  ])(
    'a fee taken out of the asset %s makes the price that was really paid',
    (_, cells, price, grossAmount) => {
      const [trade] = book({ ...cells, feeCurrency: 'BTC', feeAmount: '0.00002' }).transactions ?? [];
      expect(trade).toMatchObject({
        quantity: '0.01',
        price,
        grossAmount,
        derived: ['price', 'grossAmount'],
      });
    },
  );

  test('a fee in a third asset is a charge of its own', () => {
    const [trade] =
      book({ feeCurrency: 'BNB', feeAmount: '0.002', settledAmount: '-600' }).transactions ?? [];
    expect(trade?.charges).toEqual([
      { kind: 'COMMISSION', quantity: '0.002', instrument: { kind: 'CRYPTO', name: 'BNB', symbol: 'BNB' } },
    ]);
  });

  test.each([
    ['a purchase that takes the asset away', { amount: '-0.01' }, 'amount'],
    ['a sale that adds the asset', { ...SALE, amount: '0.01' }, 'amount'],
    ['a trade of nothing', { amount: '' }, 'amount'],
    ['a trade without money', { settledAmount: '' }, 'settledAmount'],
    ['a trade settled in nothing', { settledCurrency: '' }, 'settledCurrency'],
    ['a price in another currency than the money', { quoteCurrency: 'USD' }, 'settledCurrency'],
    ['a price below zero', { quotePrice: '-60000' }, 'quotePrice'],
    ['a trade of money', { currency: 'EUR' }, 'currency'],
    ['a fee larger than what was paid', { quotePrice: '', feeAmount: '1000' }, 'settledAmount'],
    [
      'a product of more than 40 digits',
      { amount: '1'.repeat(30), quotePrice: '1'.repeat(30) },
      'settledAmount',
    ],
  ])('%s is refused', (_, cells, column) => {
    expect(() => book(cells)).toThrow(expect.objectContaining({ column }));
  });
});
