import type { FeeDraft } from '@bourse/core/interfaces';

/** 2.50 euros paid for the connection to an exchange, but for what the test says. */
export function buildFee(fields: Partial<FeeDraft> = {}): FeeDraft {
  return {
    accountId: 'ACME-1',
    kind: 'CONNECTIVITY',
    status: 'BOOKED',
    money: { amount: '-2.50', currency: 'EUR' },
    date: '2024-03-01',
    description: 'Connection to the exchange',
    source: { recordId: 'F-1001', rows: [1] },
    ...fields,
  };
}
