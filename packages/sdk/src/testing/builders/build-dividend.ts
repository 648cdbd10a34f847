import type { DividendDraft } from '@bourse/core/interfaces';
import { buildInstrument } from './build-instrument.js';

/** A dividend of 0.80 euros on 10 shares with 15 % tax kept back, but for what the test says. */
export function buildDividend(fields: Partial<DividendDraft> = {}): DividendDraft {
  return {
    accountId: 'ACME-1',
    instrument: buildInstrument(),
    kind: 'CASH',
    status: 'PAID',
    currency: 'EUR',
    gross: '8.00',
    withholdings: [{ money: { amount: '1.20', currency: 'EUR' }, country: 'US', rate: '0.15' }],
    charges: [],
    net: '6.80',
    date: '2024-03-15',
    payDate: '2024-03-15',
    quantity: '10',
    perShare: '0.80',
    source: { recordId: 'D-1001', rows: [1, 2] },
    ...fields,
  };
}
