import { describe, expect, test } from '@jest/globals';
import Big from 'big.js';
import { LISTINGS, type Listing } from '../world/listings.js';
import { affordableShares, chargesOf, costOf } from './charges.js';

function listingOf(symbol: string): Listing {
  const listing = LISTINGS.find(({ instrument }) => instrument.symbol === symbol);
  if (listing === undefined) throw new Error(`no ${symbol}`);
  return listing;
}

describe('charges', () => {
  test.each([
    ['AURW', 'BUY', 10, '1000', ['COMMISSION 1.00 EUR']],
    ['CLDR', 'SELL', 10, '1000', ['COMMISSION 2.00 EUR']],
    ['DMNT', 'BUY', 10, '881.10', ['COMMISSION 2.00 EUR', 'TRANSACTION_TAX 3.52 EUR']],
    ['DMNT', 'SELL', 10, '881.10', ['COMMISSION 2.00 EUR']],
    ['FENS', 'BUY', 100, '6000', ['COMMISSION 1.00 USD']],
    ['FENS', 'BUY', 501, '30060', ['COMMISSION 2.51 USD']],
    ['FENS', 'SELL', 100, '6000', ['COMMISSION 1.00 USD', 'REGULATORY 0.17 USD']],
  ] as const)('of %s %s %d', (symbol, side, quantity, gross, expected) => {
    const charges = chargesOf(listingOf(symbol), side, new Big(quantity), new Big(gross));
    expect(
      charges.map(
        (charge) =>
          `${charge.kind} ${'money' in charge ? `${charge.money.amount} ${charge.money.currency}` : ''}`,
      ),
    ).toEqual(expected);
  });
});

describe('affordableShares', () => {
  test.each(['AURW', 'DMNT', 'FENS'])('are as many %s as the sum pays for, and no more', (symbol) => {
    const listing = listingOf(symbol);
    const price = new Big('33.33');
    for (const text of ['33.33', '34.33', '35.60', '99.99', '1234.56', '1000000']) {
      const sum = new Big(text);
      const shares = affordableShares(listing, price, sum);
      if (shares.gt(0)) expect(costOf(listing, price, shares).lte(sum)).toBe(true);
      expect(costOf(listing, price, shares.plus(1)).gt(sum)).toBe(true);
    }
  });

  test('are none for nothing', () => {
    expect(affordableShares(listingOf('AURW'), new Big('33.33'), new Big(0)).toFixed()).toBe('0');
    expect(affordableShares(listingOf('AURW'), new Big('33.33'), new Big(-5)).toFixed()).toBe('0');
  });
});
