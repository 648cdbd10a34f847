import type { CashMovementDraft } from '@bourse/core/interfaces';

/** A deposit of 500 euros, but for what the test says. */
export function buildCashMovement(fields: Partial<CashMovementDraft> = {}): CashMovementDraft {
  return {
    accountId: 'ACME-1',
    type: 'DEPOSIT',
    status: 'BOOKED',
    money: { amount: '500.00', currency: 'EUR' },
    date: '2024-02-28',
    description: 'Deposit',
    source: { recordId: 'C-1001', rows: [1] },
    ...fields,
  };
}
