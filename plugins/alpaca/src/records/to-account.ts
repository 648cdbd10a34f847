import type { Account } from '@bourse/sdk';
import { Fields } from '../api/fields.js';

/** The account behind the keys, as of now. */
export function toAccount(answer: unknown, asOf: string): Account {
  const row = new Fields(answer, 'account');
  const currency = row.text('currency');
  const equity = row.optionalDecimal('equity');
  const buyingPower = row.optionalDecimal('buying_power');
  return {
    id: row.text('account_number'),
    baseCurrency: currency,
    cash: [{ amount: row.decimal('cash'), currency }],
    ...(equity === undefined ? {} : { equity: { amount: equity, currency } }),
    ...(buyingPower === undefined ? {} : { buyingPower: { amount: buyingPower, currency } }),
    asOf,
  };
}
