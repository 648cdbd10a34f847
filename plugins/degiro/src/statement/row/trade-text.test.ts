import { describe, expect, test } from '@jest/globals';
import { isCurrencyPair, parseTradeText } from './trade-text.js';

describe('trades', () => {
  test.each([
    ['Koop 1 @ 33,9 USD', { side: 'BUY', quantities: ['1'], price: '33,9', currency: 'USD', name: '' }],
    [
      'Compra 6 ISHARES MSCI WOR A@49,785 EUR (IE00B4L5Y983)',
      { side: 'BUY', quantities: ['6'], price: '49,785', name: 'ISHARES MSCI WOR A', isin: 'IE00B4L5Y983' },
    ],
    ['Sell 4 AVIVA@496 GBX (GB00BPQY8M80)', { side: 'SELL', price: '496', currency: 'GBX' }],
    [
      'Verkauf 4.600 zu je 1,98 USD (CA09173B1076)',
      { side: 'SELL', quantities: ['4.600'], price: '1,98', isin: 'CA09173B1076' },
    ],
    ['Acquisto 3 Broadcom Inc@1.314,97 USD (US11135F1012)', { side: 'BUY', price: '1.314,97' }],
    ['Vente 1 046,3825 @ 0,9854 EUR', { side: 'SELL', quantities: ['1 046,3825', '1'], price: '0,9854' }],
    ['Buy 3 100 FLOWERS@7 USD (US4109971048)', { side: 'BUY', quantities: ['3 100', '3'], name: 'FLOWERS' }],
    ['Buy 5 M@X MEDIA@3,5 EUR (NL0015001231)', { quantities: ['5'], name: 'M@X MEDIA', price: '3,5' }],
    ['Sell 2 OIL CONTRACT@-37,63 USD ()', { price: '-37,63', name: 'OIL CONTRACT' }],
  ])('%s', (text, expected) => {
    const parsed = parseTradeText(text);
    expect(parsed).toMatchObject(expected);
    expect(parsed?.action).toBeUndefined();
  });

  test.each([
    'Koop',
    'Koop 1 @ USD',
    'Koop @ 3 EUR',
    'Buyback of 3 @ 4 EUR',
    'Overboeking van uw geldrekening bij flatexDEGIRO Bank 26,45 EUR',
    'Transfer from your Cash Account at flatexDEGIRO Bank: 12,00 EUR',
    'Kup 5 ACME@4 EUR (NL0015001231)',
  ])('%s is none', (text) => {
    expect(parseTradeText(text)).toBeUndefined();
  });
});

describe('corporate actions', () => {
  test.each([
    ['PRODUCTWIJZIGING : Verkoop 500 @ 0,039 EUR', 'IDENTIFIER_CHANGE', 'SELL'],
    ['STOCK DIVIDEND: Koop 999 @ 0 EUR', 'STOCK_DIVIDEND', 'BUY'],
    ['MERGER: Sell 57 SMALL CORP@3.3 USD (US4109971048)', 'MERGER', 'SELL'],
    ['FUSION: Kauf 4.600 zu je 1,98 USD (US4869171078)', 'MERGER', 'BUY'],
    ['AKTIENSPLIT: 288 Tesla Inc zu je 297,0967 USD (US88160R1014)', 'SPLIT', undefined],
    ['FRAZIONAMENTO AZIONARIO: 50 NVIDIA Corp @ 120,888 USD (US67066G1040)', 'SPLIT', undefined],
    ['ONBEKENDE ACTIE: Koop 5 @ 1 EUR', 'OTHER', 'BUY'],
  ])('%s is %s', (text, action, side) => {
    const parsed = parseTradeText(text);
    expect(parsed?.action).toBe(action);
    expect(parsed?.side).toBe(side);
  });
});

test('a pair of currencies is no product', () => {
  expect(isCurrencyPair('EUR/CHF')).toBe(true);
  expect(isCurrencyPair('EUR')).toBe(false);
});
