import type { PositionDraft } from '@bourse/core/interfaces';
import { buildInstrument } from './build-instrument.js';

/** 10 shares bought at 25.70 euros and now at 26, but for what the test says. */
export function buildPosition(fields: Partial<PositionDraft> = {}): PositionDraft {
  return {
    accountId: 'ACME-1',
    instrument: buildInstrument(),
    quantity: '10',
    currency: 'EUR',
    averagePrice: '25.70',
    costBasis: '257.00',
    marketPrice: '26.00',
    marketValue: '260.00',
    unrealizedPnl: '3.00',
    asOf: '2024-03-01',
    source: {},
    ...fields,
  };
}
