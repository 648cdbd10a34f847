import type { CorporateActionDraft } from '@bourse/core/interfaces';
import { buildInstrument } from './build-instrument.js';

/** A split of one share into two, with 10 shares held, but for what the test says. */
export function buildCorporateAction(fields: Partial<CorporateActionDraft> = {}): CorporateActionDraft {
  return {
    accountId: 'ACME-1',
    type: 'SPLIT',
    status: 'BOOKED',
    ratio: { from: '1', to: '2' },
    legs: [{ instrument: buildInstrument(), quantity: '10' }],
    cash: [],
    date: '2024-03-18',
    description: 'Split 2 for 1',
    source: { recordId: 'A-1001', rows: [1] },
    ...fields,
  };
}
