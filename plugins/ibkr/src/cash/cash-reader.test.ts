import { describe, expect, test } from '@jest/globals';
import { element, readSections, type Values } from '../../fixtures/document.js';

const cash = (values: Values): string => element('CashTransaction', values);

/** A cash transaction that concerns no instrument. */
const PLAIN: Values = {
  accountId: 'U1234567',
  currency: 'EUR',
  assetCategory: '',
  symbol: '',
  description: 'CASH RECEIPTS / ELECTRONIC FUND TRANSFERS',
  conid: '',
  multiplier: '0',
  dateTime: '20240105',
  settleDate: '20240105',
  reportDate: '20240105',
  amount: '10000.0',
  type: 'Deposits/Withdrawals',
  transactionID: '6001',
  levelOfDetail: 'DETAIL',
};

const readCash = (...rows: readonly Values[]) => readSections({ CashTransactions: rows.map(cash) });

describe('cash transactions', () => {
  test.each([
    ['Deposits/Withdrawals', '10000.0', 'DEPOSIT'],
    ['Deposits & Withdrawals', '-500', 'WITHDRAWAL'],
    ['Deposits and Withdrawals', '10000.0', 'DEPOSIT'],
    ['Broker Interest', '-15.17', 'INTEREST_PAID'],
    ['Bond Interest', '15.17', 'INTEREST_RECEIVED'],
    ['Bond Interest Received', '-15.17', 'INTEREST_RECEIVED'],
    ['Broker Interest Paid', '-15.17', 'INTEREST_PAID'],
    ['Broker Interest Received', '1.23', 'INTEREST_RECEIVED'],
    ['Price Adjustments', '3', 'CORRECTION'],
    ['Other Income', '3', 'COMPENSATION'],
    ['Withholding Tax', '-0.25', 'TAX'],
    ['871(m) Withholding', '-0.25', 'TAX'],
    ['Insured Deposit Interest', '0.25', 'INTEREST_RECEIVED'],
    ['Debit Card Activity', '-12', 'WITHDRAWAL'],
    ['Bill Pay', '-12', 'WITHDRAWAL'],
    ['Cash Settling MTM', '-250', 'VARIATION_MARGIN'],
    ['Realized VM', '250', 'VARIATION_MARGIN'],
  ])('%s of %s is a cash movement %s', async (type, amount, expected) => {
    const { cashMovements, problems } = await readCash({ ...PLAIN, type, amount });
    expect(problems).toEqual([]);
    expect(cashMovements).toMatchObject([
      {
        type: expected,
        status: 'BOOKED',
        money: { amount, currency: 'EUR' },
        date: '2024-01-05',
        valueDate: '2024-01-05',
        source: { section: 'CashTransactions', recordId: '6001', rows: [1] },
      },
    ]);
    expect(cashMovements[0]).not.toHaveProperty('instrument');
    expect(cashMovements[0]).not.toHaveProperty('relatesTo');
  });

  test.each([
    ['Advisor Fees', 'FinAdvisor Fee: Percent of Equity, Posted Monthly', 'ADVISORY'],
    ['Broker Fees', 'USD BORROW FEES FOR FEB-2024', 'BORROW'],
    ['Commission Adjustments', 'COMMISSION ADJUSTMENT', 'COMMISSION'],
    ['Fees', 'USD BORROW FEES FOR FEB-2024', 'BORROW'],
    ['Sales Tax', 'SALES TAX', 'SALES_TAX'],
    ['Transaction Tax', 'TRANSACTION TAX', 'TRANSACTION_TAX'],
    ['Other Fees', 'R******09:OPRA NP L1 FOR MAR 2024', 'MARKET_DATA'],
    ['Other Fees', 'US SECURITIES SNAPSHOT AND FUTURES VALUE FOR AUG 2024', 'MARKET_DATA'],
    ['Other Fees', 'BALANCE OF MONTHLY MINIMUM FEE FOR MAR 2024', 'ACCOUNT'],
    ['Other Fees', 'VAT FOR MAR 2024', 'SALES_TAX'],
    ['Other Fees', 'SOMETHING ELSE', 'OTHER'],
  ])('%s for "%s" are a fee of the kind %s', async (type, description, kind) => {
    const { fees, problems } = await readCash({ ...PLAIN, type, description, amount: '-9.49' });
    expect(problems).toEqual([]);
    expect(fees).toMatchObject([{ kind, status: 'BOOKED', money: { amount: '-9.49' } }]);
    expect(fees[0]).not.toHaveProperty('relatesTo');
  });

  test('a deposit that is taken back stays a deposit', async () => {
    const { cashMovements } = await readCash({
      ...PLAIN,
      description: 'CASH RECEIPTS - REVERSAL',
      amount: '-5',
    });
    expect(cashMovements).toMatchObject([{ type: 'DEPOSIT', status: 'REVERSAL', money: { amount: '-5' } }]);
  });

  test('a fee for the cancellation of orders takes nothing back', async () => {
    const { fees } = await readCash({
      ...PLAIN,
      type: 'Other Fees',
      description: 'CANCELLATION FEES',
      amount: '-1',
    });
    expect(fees).toMatchObject([{ status: 'BOOKED' }]);
  });

  test('a fee that is given back is above 0', async () => {
    const { fees } = await readCash({ ...PLAIN, type: 'Other Fees', amount: '9.18' });
    expect(fees).toMatchObject([{ status: 'BOOKED', money: { amount: '9.18' } }]);
  });

  test('the booking date is the report date; the time is told where it is of that day', async () => {
    const { cashMovements } = await readCash(
      { ...PLAIN, dateTime: '20240105;170000', reportDate: '20240108' },
      { ...PLAIN, dateTime: '20240105;170000', transactionID: '2' },
      { ...PLAIN, dateTime: '20240105;170000', reportDate: '', settleDate: '', transactionID: '3' },
    );
    expect(cashMovements.map(({ date, bookedAt }) => [date, bookedAt])).toEqual([
      ['2024-01-08', undefined],
      ['2024-01-05', '2024-01-05T22:00:00Z'],
      ['2024-01-05', '2024-01-05T22:00:00Z'],
    ]);
  });

  test('an unknown type is kept', async () => {
    const { unclassified, problems } = await readCash({ ...PLAIN, type: 'Novel Things' });
    expect(problems).toEqual([]);
    expect(unclassified).toMatchObject([{ rows: [1], reason: 'the type "Novel Things" is unknown' }]);
    expect(unclassified[0]?.text).toContain('amount="10000.0"');
  });

  test('summaries repeat details, before or after them', async () => {
    const summary = { ...PLAIN, accountId: '-', transactionID: '', levelOfDetail: 'SUMMARY' };
    const { cashMovements, ignored } = await readCash(summary, PLAIN, summary);
    expect(cashMovements).toMatchObject([{ accountId: 'U1234567', source: { rows: [2] } }]);
    expect(ignored).toMatchObject([{ rows: [1, 3] }]);
  });

  test('summaries are read where there are no details, as of the account of the statement', async () => {
    const { cashMovements } = await readCash({ ...PLAIN, accountId: '-', levelOfDetail: 'SUMMARY' });
    expect(cashMovements).toMatchObject([{ accountId: 'U1234567', money: { amount: '10000.0' } }]);
  });
});

describe('identity', () => {
  test('rows without id are told apart by what they say, not by their texts', async () => {
    const row = { ...PLAIN, transactionID: '', type: 'Other Fees', amount: '-8.58' };
    const first = await readCash({ ...row, description: 'FOR JUL' }, { ...row, description: 'FOR AUG' });
    const second = await readCash({ ...row, description: 'für Juli', dateTime: '20240105' });
    expect(new Set(first.fees.map(({ id }) => id)).size).toBe(2);
    expect(second.fees[0]?.id).toBe(first.fees[0]?.id);
  });
});
