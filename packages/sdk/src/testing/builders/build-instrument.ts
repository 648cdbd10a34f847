import type { Instrument } from '@bourse/core/interfaces';

/** A share of Acme Corp in euros, but for what the test says. */
export function buildInstrument(fields: Partial<Instrument> = {}): Instrument {
  return {
    kind: 'EQUITY',
    name: 'Acme Corp',
    symbol: 'ACME',
    isin: 'US00ACME0004',
    currency: 'EUR',
    ...fields,
  };
}
