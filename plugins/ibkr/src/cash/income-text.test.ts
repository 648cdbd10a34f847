import { describe, expect, test } from '@jest/globals';
import { readIncomeInstrument, readIncomeText } from './income-text.js';

describe('readIncomeText', () => {
  test.each([
    ['SGN(US8688612048) CASH DIVIDEND USD 0.088051 PER SHARE - RU TAX', '0.088051'],
    ['ORCL(US68389X1054) CASH DIVIDEND 0.19000000 USD PER SHARE - US TAX', '0.19000000'],
    ['GCM.TO CASH DIVIDEND USD 0.6900000000 - US TAX', '0.6900000000'],
    ['MAC (US5543821012) CASH DIVIDEND USD 0.10, STOCK DIVIDEND US5543821012 1 FOR 10', '0.10'],
    ['X(US0378331005) PAYMENT IN LIEU OF DIVIDEND USD 1,000.5 PER SHARE', '1000.5'],
  ])('reads the amount per share of "%s"', (text, perShare) => {
    expect(readIncomeText(text, 'USD')).toMatchObject({ perShare });
  });

  test('amounts per share in pence become pounds', () => {
    expect(readIncomeText('X CASH DIVIDEND GBp 12.5 PER SHARE', 'GBP').perShare).toBe('0.125');
  });

  test.each([
    'X CASH DIVIDEND EUR 0.5 PER SHARE',
    'X CASH DIVIDEND 0.5',
    'X PAYMENT IN LIEU OF DIVIDEND (Ordinary Dividend)',
    '',
  ])('knows no amount per share in USD of "%s"', (text) => {
    expect(readIncomeText(text, 'USD')).not.toHaveProperty('perShare');
  });

  test('reads the state that withheld', () => {
    expect(readIncomeText('X CASH DIVIDEND USD 0.5 PER SHARE - RU TAX', 'USD').country).toBe('RU');
    expect(readIncomeText('X CASH DIVIDEND USD 0.5 PER SHARE - FEE', 'USD').country).toBeUndefined();
  });

  test.each([
    ['X CASH DIVIDEND USD 0.5 PER SHARE - REVERSAL (Ordinary Dividend)', true],
    ['X CASH DIVIDEND USD 0.5 PER SHARE (Reversal)', true],
    ['X CASH DIVIDEND USD 0.5 PER SHARE CANCELED', true],
    ['X CASH DIVIDEND USD 0.5 PER SHARE (Ordinary Dividend)', false],
  ])('%s: taken back %s', (text, isReversal) => {
    expect(readIncomeText(text, 'USD').isReversal).toBe(isReversal);
  });
});

describe('readIncomeInstrument', () => {
  test('takes symbol and ISIN from the beginning', () => {
    expect(readIncomeInstrument('EIT.UN(CA13780R1091) CASH DIVIDEND')).toEqual({
      symbol: 'EIT.UN',
      isin: 'CA13780R1091',
    });
    expect(readIncomeInstrument('MAC (US5543821012) CASH DIVIDEND')?.symbol).toBe('MAC');
    expect(readIncomeInstrument('CASH DIVIDEND')).toBeUndefined();
  });

  test.each([
    ['GCM.TO CASH DIVIDEND USD 0.69 - US TAX', 'GCM.TO'],
    ['BRK B PAYMENT IN LIEU OF DIVIDEND (Ordinary Dividend)', 'BRK B'],
    ['GCM(38501D204) CASH DIVIDEND USD 0.69', 'GCM'],
    ['ACME(US0378331006) CASH DIVIDEND USD 0.69', 'ACME'],
  ])('takes the symbol alone where no ISIN holds: %s', (text, symbol) => {
    expect(readIncomeInstrument(text)).toEqual({ symbol });
  });

  test.each([
    'ELECTRONIC FUND TRANSFER',
    'FEE (WIRE) FOR JAN',
    'USD CREDIT INT FOR JAN-2024',
    ' CASH DIVIDEND',
  ])('finds no instrument in "%s"', (text) => {
    expect(readIncomeInstrument(text)).toBeUndefined();
  });
});
