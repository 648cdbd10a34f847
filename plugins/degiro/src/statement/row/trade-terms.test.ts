import { describe, expect, test } from '@jest/globals';
import { ACME, buildRow, type Cells } from '../../../test/build-row.js';
import { parseTradeText } from './trade-text.js';
import { readTradeTerms } from './trade-terms.js';

function termsOf(description: string, amount: string, cells: Cells = {}) {
  const text = parseTradeText(description);
  if (text === undefined) throw new Error('no trade');
  return readTradeTerms(text, buildRow({ ...ACME, description, amount, ...cells }));
}

describe('numbers that can be read in two ways', () => {
  test.each([
    // Three digits behind the mark, twice; the row has points.
    ['Compra 6 ACME@49,785 EUR', '-298.71', '6', '49.785'],
    ['Verkoop 1 @ 5,416 EUR', '5.42', '1', '5.416'],
    ['Koop 1.861 @ 100,00 EUR', '-186100,00', '1861', '100.00'],
    ['Buy 1,060 ACME@106.02 EUR', '-112381.20', '1060', '106.02'],
    ['Buy 1 ACME@1,154 EUR', '-1154.00', '1', '1154'],
    ['Achat 1 046 ACME@2 EUR', '-2092,00', '1046', '2'],
    ['Achat 1 046 ACME@2 EUR', '-2,00', '1', '2'],
  ])('%s for %s is %s at %s', (description, amount, quantity, price) => {
    expect(termsOf(description, amount)).toEqual({ quantity, price, currency: 'EUR', priceType: 'PER_UNIT' });
  });

  test('where nothing fits, the row decides', () => {
    expect(termsOf('Koop 30 @ 22,4 EUR', '-9999.99', { balance: '9999.99' })).toMatchObject({
      quantity: '30',
      price: '22.4',
    });
    expect(termsOf('Koop 1.000 @ 85,2 EUR', '0,00')).toMatchObject({ quantity: '1000', price: '85.2' });
  });
});

describe('prices', () => {
  test('pence are pounds', () => {
    expect(termsOf('Sell 4 ACME@496 GBX', '19.84', { currency: 'GBP' })).toMatchObject({
      price: '4.96',
      currency: 'GBP',
      priceType: 'PER_UNIT',
    });
  });

  test('a price of which a hundredth was booked is one in percent', () => {
    expect(termsOf('Koop 1.000 @ 98,5 EUR', '-985,00')).toMatchObject({
      quantity: '1000',
      price: '98.5',
      priceType: 'PERCENTAGE',
    });
  });

  test('what a bond was booked at above its price is interest that has accrued', () => {
    expect(termsOf('Koop 10.000 @ 98,5 EUR', '-9901,13')).toEqual({
      quantity: '10000',
      price: '98.5',
      currency: 'EUR',
      priceType: 'PERCENTAGE',
      accruedInterest: '51.13',
    });
    expect(termsOf('Koop 10.000 @ 98,5 EUR', '-11000,00')).toMatchObject({ priceType: 'PER_UNIT' });
    expect(termsOf('Koop 10.000 @ 98,5 EUR', '-9800,00')).not.toHaveProperty('accruedInterest');
  });

  test('the currency may be written small', () => {
    expect(termsOf('koop 2 @ 12,5 eur', '-25,00')).toMatchObject({ price: '12.5', currency: 'EUR' });
    expect(termsOf('Buy 4 ACME@496 GBp', '-19.84', { currency: 'GBP' })).toMatchObject({ price: '4.96' });
  });

  test('an option is booked at a multiple', () => {
    const option = { product: 'ODX1 C11500.00 01MAR19', isin: 'DE000C27U079' };
    expect(termsOf('Koop 2 @ 12,5 EUR', '-125,00', option)).toMatchObject({ multiplier: '5' });
    expect(termsOf('Koop 2 @ 12,5 EUR', '-125,00')).not.toHaveProperty('multiplier');
  });

  test('a price in no currency is refused', () => {
    expect(() => termsOf('Koop 2 @ 12,5 XYZ', '-25,00')).toThrow('"XYZ" is no currency.');
  });
});
