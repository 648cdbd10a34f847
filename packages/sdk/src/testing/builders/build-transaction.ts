import type { TransactionDraft } from '@bourse/core/interfaces';
import { buildInstrument } from './build-instrument.js';

/** A purchase of 10 shares at 25.50 euros with 2 euros commission, but for what the test says. */
export function buildTransaction(fields: Partial<TransactionDraft> = {}): TransactionDraft {
  return {
    accountId: 'ACME-1',
    instrument: buildInstrument(),
    side: 'BUY',
    quantity: '10',
    price: '25.50',
    currency: 'EUR',
    grossAmount: '255.00',
    charges: [{ kind: 'COMMISSION', money: { amount: '2.00', currency: 'EUR' } }],
    netAmount: { amount: '-257.00', currency: 'EUR' },
    tradedAt: '2024-03-01T10:15:00Z',
    tradeDate: '2024-03-01',
    settlementDate: '2024-03-05',
    status: 'BOOKED',
    source: { recordId: 'T-1001', rows: [1] },
    ...fields,
  };
}
