import type { Account } from '@bourse/core/interfaces';

/** An account with 500 euros, but for what the test says. */
export function buildAccount(fields: Partial<Account> = {}): Account {
  return {
    id: 'ACME-1',
    name: 'Main account',
    baseCurrency: 'EUR',
    cash: [{ amount: '500.00', currency: 'EUR' }],
    asOf: '2024-03-01',
    ...fields,
  };
}
