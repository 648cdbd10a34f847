import type { Instrument } from '@bourse/sdk';

/** What an instrument is known by within one file. */
export function instrumentId({ brokerId, isin, symbol, name }: Instrument): string {
  return brokerId ?? isin ?? symbol ?? name;
}
