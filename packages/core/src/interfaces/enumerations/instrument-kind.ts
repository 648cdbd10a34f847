/** What an instrument is, coarser than its CFI code (ISO 10962). */
export const INSTRUMENT_KINDS = [
  'EQUITY',
  'ETF',
  'FUND',
  'BOND',
  'OPTION',
  'FUTURE',
  'CFD',
  'WARRANT',
  'RIGHT',
  'CERTIFICATE',
  'CRYPTO',
  'COMMODITY',
  'FX',
  'OTHER',
] as const;

/** One of {@link INSTRUMENT_KINDS}. */
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];
