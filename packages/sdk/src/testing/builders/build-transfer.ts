import type { TransferDraft } from '@bourse/core/interfaces';
import { buildInstrument } from './build-instrument.js';

/** 5 shares that came in from elsewhere, but for what the test says. */
export function buildTransfer(fields: Partial<TransferDraft> = {}): TransferDraft {
  return {
    accountId: 'ACME-1',
    type: 'TRANSFER_IN',
    status: 'BOOKED',
    instrument: buildInstrument(),
    quantity: '5',
    charges: [],
    date: '2024-02-29',
    description: 'Transfer in',
    source: { recordId: 'X-1001', rows: [1] },
    ...fields,
  };
}
