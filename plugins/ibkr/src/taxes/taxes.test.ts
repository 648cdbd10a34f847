import { describe, expect, test } from '@jest/globals';
import { BUY, element, readSections } from '../../fixtures/document.js';

describe('taxes', () => {
  const tax = (tradeId: string): string =>
    element('TransactionTax', {
      accountId: 'U1234567',
      currency: 'USD',
      date: '20240305;101500',
      taxDescription: 'France Daily Trade Charge Tax',
      reportDate: '20240305',
      taxAmount: '-7.65',
      tradeId,
    });

  test('that a trade has among its charges are repeats, before or after it; others are fees', async () => {
    const { fees, ignored } = await readSections({
      TransactionTaxes: [tax('501'), tax('999'), tax('502')],
      Trades: [
        element('Trade', { ...BUY, taxes: '-7.65', netCash: '-2558.65' }),
        element('Trade', { ...BUY, tradeID: '502', transactionID: '9002' }),
      ],
    });
    expect(ignored).toMatchObject([{ rows: [1] }]);
    expect(fees).toMatchObject([
      { kind: 'TRANSACTION_TAX', money: { amount: '-7.65' }, date: '2024-03-05', source: { rows: [2] } },
      { kind: 'TRANSACTION_TAX', source: { rows: [3] } },
    ]);
  });

  test.each([
    ['its trade has no id', '501', { tradeID: '' }],
    ['it names no trade', '', {}],
  ])('that may be among the charges of a trade are kept: %s', async (_, tradeId, values) => {
    const { fees, unclassified } = await readSections({
      TransactionTaxes: [tax(tradeId)],
      Trades: [element('Trade', { ...BUY, ...values, taxes: '-7.65', netCash: '-2558.65' })],
    });
    expect(fees).toEqual([]);
    expect(unclassified).toMatchObject([{ rows: [1] }]);
  });

  test('without id are fees where no trade has taxes', async () => {
    const { fees } = await readSections({
      TransactionTaxes: [tax('')],
      Trades: [element('Trade', { ...BUY, tradeID: '' })],
    });
    expect(fees).toMatchObject([{ kind: 'TRANSACTION_TAX', source: { rows: [1] } }]);
  });

  test('on fees without date are of the day of their report', async () => {
    const { fees, problems } = await readSections({
      SalesTaxes: [element('SalesTax', { currency: 'USD', reportDate: '20240304', salesTax: '-0.3' })],
    });
    expect(problems).toEqual([]);
    expect(fees).toMatchObject([{ kind: 'SALES_TAX', date: '2024-03-04' }]);
  });

  test('on fees are fees that tell what they are for', async () => {
    const { fees, problems } = await readSections({
      SalesTaxes: [
        element('SalesTax', {
          accountId: 'U1234567',
          currency: 'USD',
          date: '20240302',
          country: 'Austria',
          taxType: 'VAT',
          taxableDescription: 'OPRA NP L1',
          taxableAmount: '-1.5',
          taxRate: '0.2',
          salesTax: '-0.3',
          taxableTransactionID: '457125110',
          transactionID: '457155536',
        }),
      ],
    });
    expect(problems).toEqual([]);
    expect(fees).toMatchObject([
      {
        kind: 'SALES_TAX',
        money: { amount: '-0.3', currency: 'USD' },
        description: 'VAT OPRA NP L1',
        relatesTo: { recordId: '457125110' },
        source: { section: 'SalesTaxes', recordId: '457155536' },
      },
    ]);
  });
});
