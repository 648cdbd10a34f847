import type { Instrument } from '../interfaces/index.js';
import { canonicalDecimal } from './canonical-decimal.js';

/**
 * What an instrument is known by within one account: the institution's own id, else the ISIN, else kind, symbol and
 * currency with the terms of a derivative. Names are no part of it.
 */
export function instrumentKey(instrument: Instrument): string {
  if (instrument.brokerId !== undefined) return `id:${instrument.brokerId}`;
  if (instrument.isin !== undefined) return `isin:${instrument.isin}`;
  const { kind, symbol, name, currency, expiry, strike, putCall } = instrument;
  const terms = [expiry, strike === undefined ? undefined : canonicalDecimal(strike), putCall];
  return ['symbol', kind, symbol ?? name, currency, ...terms].map((part) => part ?? '').join(':');
}
