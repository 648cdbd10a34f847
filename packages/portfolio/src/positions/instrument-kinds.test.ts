import { describe, expect, test } from '@jest/globals';
import { positionsOf } from '../../test/acme.js';
import { buy, sell, stock } from '../../test/drafts.js';

const eur = (amount: string) => [{ amount, currency: 'EUR' }];

describe('kinds of instruments', () => {
  test('an option counts its multiplier', async () => {
    // 2 × 100 × 6.9 = 1380, with charges 1390.8956: 6.954478 for each share.
    const call = stock('ACMC', { kind: 'OPTION', multiplier: '100' });
    const { ACMC } = await positionsOf({
      transactions: [
        buy(call, {
          quantity: '2',
          price: '6.9',
          grossAmount: '1380',
          tradeDate: '2024-01-01',
          netAmount: { amount: '-1390.8956', currency: 'EUR' },
          effect: 'OPEN',
        }),
      ],
    });
    expect(ACMC).toMatchObject({
      quantity: '2',
      cost: eur('1390.8956'),
      averagePrice: { amount: '6.954478' },
      value: eur('1380'),
    });
  });

  test('an option that expires is worth nothing any more, and its last price stays that of a trade', async () => {
    const call = stock('ACMC', { kind: 'OPTION', multiplier: '100' });
    const { ACMC } = await positionsOf({
      transactions: [
        buy(call, { quantity: '1', price: '2', grossAmount: '200', tradeDate: '2024-01-01' }),
        sell(call, {
          quantity: '1',
          price: '0',
          tradeDate: '2024-02-01',
          tradeType: 'EXPIRATION',
          effect: 'CLOSE',
        }),
      ],
    });
    expect(ACMC).toMatchObject({ quantity: '0', realized: eur('-200'), price: { amount: '2' } });
  });

  test('a bond is priced in percent, and accrued interest is neither cost nor proceeds', async () => {
    // 10,000 nominal at 98.5 % = 9,850, and 120 of accrued interest; later at 99 %: 9,900.
    const bond = stock('ACMB', { kind: 'BOND' });
    const { ACMB } = await positionsOf({
      transactions: [
        buy(bond, {
          quantity: '10000',
          price: '98.5',
          priceType: 'PERCENTAGE',
          grossAmount: '9850',
          accruedInterest: '120',
          netAmount: { amount: '-9970', currency: 'EUR' },
          tradeDate: '2024-01-01',
        }),
        sell(bond, {
          quantity: '5000',
          price: '99',
          priceType: 'PERCENTAGE',
          grossAmount: '4950',
          accruedInterest: '10',
          netAmount: { amount: '4960', currency: 'EUR' },
          tradeDate: '2024-03-01',
        }),
      ],
    });
    expect(ACMB).toMatchObject({
      quantity: '5000',
      cost: eur('4925'),
      averagePrice: { amount: '98.5' },
      realized: eur('25'),
      value: eur('4950'),
    });
  });

  test('a multiplier or a rate of zero is no end of the figures', async () => {
    const nothing = stock('NIL', { kind: 'OPTION', multiplier: '0' });
    const bond = stock('BND', { kind: 'BOND' });
    const { NIL, BND } = await positionsOf({
      transactions: [
        buy(nothing, { quantity: '1', price: '5', tradeDate: '2024-01-01' }),
        buy(bond, {
          quantity: '1',
          price: '5',
          accruedInterest: '1',
          netAmount: { amount: '-12', currency: 'USD' },
          fx: { base: 'EUR', quote: 'USD', rate: '0', source: 'EXECUTED' },
          tradeDate: '2024-01-01',
        }),
      ],
    });
    expect(NIL).toMatchObject({ cost: eur('5') });
    expect(NIL).not.toHaveProperty('averagePrice');
    expect(BND).toMatchObject({ quantity: '1' });
  });

  test.each([
    // 2 contracts of 10 at 100, one sold at 105; no principal is exchanged: (105 − 100) × 10 less 1 of charges each way.
    ['FUTURE', [], '48'],
    // The other contract has gained 10 × 5 less 1 of charges, which a future has paid out already.
    ['CFD', eur('49'), '48'],
  ] as const)('a %s gains without exchange of principal', async (kind, value, realized) => {
    const contract = stock('FUT', { kind, multiplier: '10' });
    const { FUT } = await positionsOf({
      transactions: [
        buy(contract, {
          quantity: '2',
          price: '100',
          grossAmount: '2000',
          netAmount: { amount: '-2', currency: 'EUR' },
          tradeDate: '2024-01-01',
        }),
        sell(contract, {
          quantity: '1',
          price: '105',
          grossAmount: '1050',
          netAmount: { amount: '-1', currency: 'EUR' },
          tradeDate: '2024-01-02',
        }),
      ],
    });
    expect(FUT).toMatchObject({ quantity: '1', realized: eur(realized), unrealized: eur('49'), value });
  });
});
