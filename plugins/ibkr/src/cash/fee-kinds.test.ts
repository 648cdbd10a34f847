import { expect, test } from '@jest/globals';
import { toFeeKind } from './fee-kinds.js';

test.each([
  ['ACME(US0378331005) CASH DIVIDEND USD 0.25 PER SHARE - FEE', 'ADR'],
  ['ADR CUSTODY FEE', 'ADR'],
  ['U*****67:BORROW FEES FOR JAN', 'BORROW'],
  ['VAT U*****67:US SECURITIES SNAPSHOT', 'SALES_TAX'],
  ['FRENCH TRANSACTION TAX', 'TRANSACTION_TAX'],
  ['UK STAMP TAX', 'STAMP_DUTY'],
  ['MONTHLY MINIMUM FEE FOR JAN 2024', 'ACCOUNT'],
  ['WIRE FEE', 'ACCOUNT'],
  ['VOLUNTARY CORPORATE ACTION FEE', 'CORPORATE_ACTION'],
  ['FIX CONNECTIVITY JAN 2024', 'CONNECTIVITY'],
  ['U*****67:OPRA (NP,L1) FOR JAN 2024', 'MARKET_DATA'],
  ['U*****67:US SECURITIES SNAPSHOT AND FUTURES VALUE BUNDLE (NP,L1)', 'MARKET_DATA'],
  ['SOMETHING ELSE', 'OTHER'],
  ['', 'OTHER'],
])('%s is of the kind %s', (description, kind) => {
  expect(toFeeKind(description)).toBe(kind);
});
