import { describe, expect, test } from '@jest/globals';
import { ACME, buildRow } from '../../../test/build-row.js';
import { findInstrument, toInstrument } from './instrument.js';

const named = (product: string) => toInstrument(buildRow({ ...ACME, product }));

describe('the kind of a product', () => {
  test.each([
    ['VICI PROPERTIES INC. C', 'EQUITY'],
    ['ISHARES KOREA', 'ETF'],
    ['ALDER WORLD EQUITY UCITS ETF', 'ETF'],
    ['VANGUARD FTSE AW', 'ETF'],
    ['NETFLIX INC', 'EQUITY'],
    ['EUR CASH FUND FUNDSHARE', 'FUND'],
    ['MORGAN STANLEY USD LIQUIDITY FUND', 'FUND'],
    ['ODX1 C11500.00 31FEB19', 'EQUITY'],
  ])('%s is %s', (product, kind) => {
    expect(named(product)).toEqual({ kind, name: product, isin: 'NL0015001231' });
  });

  test('the name of an option holds its terms', () => {
    expect(named('ODX4 P11550.00 22MAR19')).toEqual({
      kind: 'OPTION',
      name: 'ODX4 P11550.00 22MAR19',
      isin: 'NL0015001231',
      putCall: 'PUT',
      strike: '11550.00',
      expiry: '2019-03-22',
      underlying: { symbol: 'ODX4' },
    });
  });

  test('a price in percent is that of a bond', () => {
    expect(toInstrument(buildRow(ACME), undefined, { priceType: 'PERCENTAGE' }).kind).toBe('BOND');
  });
});

describe('identifiers', () => {
  test('an ISIN whose check digit fails is left out', () => {
    expect(findInstrument(buildRow({ ...ACME, isin: 'NL0015001232' }))).toEqual({
      kind: 'EQUITY',
      name: 'ACME NV',
    });
  });

  test('the ISIN of the text stands in for one that is missing', () => {
    const text = { quantities: ['1'], price: '1', currency: 'EUR', name: 'ACME', isin: 'NL0015001231' };
    expect(toInstrument(buildRow(), text)).toMatchObject({ name: 'ACME', isin: 'NL0015001231' });
  });

  test('a row that names no product has no instrument', () => {
    expect(findInstrument(buildRow())).toBeUndefined();
    expect(() => toInstrument(buildRow())).toThrow('The row names no product.');
  });

  test('a huge name is cut off', () => {
    expect(named('A'.repeat(5000)).name).toHaveLength(512);
  });
});
