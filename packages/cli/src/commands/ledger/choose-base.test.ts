import { expect, test } from '@jest/globals';
import type { LedgerData } from '@bourse/portfolio';
import { chooseBase } from './choose-base.js';

function data(accounts: readonly (string | undefined)[], currencies: readonly string[] = []): LedgerData {
  const entries = accounts.map(
    (baseCurrency, key) => [key, { statements: [{ account: { baseCurrency } }] }] as const,
  );
  return {
    accounts: new Map(entries),
    entries: currencies.map((currency) => ({ currency })),
  } as unknown as LedgerData;
}

test.each([
  ['that of most accounts', data(['EUR', 'USD', 'USD'], ['EUR', 'EUR']), 'USD'],
  ['that of most bookings where accounts say nothing', data([undefined], ['EUR', 'CHF', 'CHF']), 'CHF'],
  ['the first in the alphabet of equally many', data(['USD', 'EUR']), 'EUR'],
  ['none in an empty ledger', data([]), undefined],
])('the currency to add up in is %s', (_, ledger, base) => {
  expect(chooseBase(ledger)).toBe(base);
});
