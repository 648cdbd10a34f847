import type { Decimal, Instrument } from '@bourse/sdk';

/** What the exchange trades: an instrument that does not exist, and how it behaves. */
export interface Listing {
  readonly instrument: Instrument & { readonly symbol: string; readonly currency: string };
  /** Price on the day the account is opened, give or take a tenth. */
  readonly firstPrice: Decimal;
  /** Millionths that the price gains on an ordinary day. */
  readonly drift: number;
  /** Millionths that the price moves at most in a day, apart from its drift. */
  readonly swing: number;
  /** Absent where none is paid. */
  readonly dividend?: DividendPolicy;
  /** Tax on purchases, as a fraction of the amount. */
  readonly transactionTax?: Decimal;
  /** A split on the first trading day of a month, counted from the one in which the account is opened. */
  readonly split?: { readonly afterMonths: number; readonly newForOne: number };
}

/** How a listing pays. */
interface DividendPolicy {
  /** Fraction of the price, four times a year. */
  readonly quarterlyYield: Decimal;
  /** The first month of a year in which it pays: 1, 2 or 3; then every third. */
  readonly firstMonth: number;
  /** Tax withheld where the issuer sits, as a fraction. Absent where none is. */
  readonly withholding?: { readonly country: string; readonly rate: Decimal };
}

/** ISINs begin with ZZ, which ISO 3166 gives to no country. */
export const LISTINGS: readonly Listing[] = [
  {
    instrument: {
      kind: 'ETF',
      name: 'Aurelia World Equity UCITS ETF',
      symbol: 'AURW',
      isin: 'ZZ00AURW0001',
      currency: 'EUR',
    },
    firstPrice: '104.20',
    drift: 310,
    swing: 11_000,
    dividend: { quarterlyYield: '0.0042', firstMonth: 3 },
  },
  {
    instrument: {
      kind: 'ETF',
      name: 'Borealis Euro Government Bond UCITS ETF',
      symbol: 'BORB',
      isin: 'ZZ00BORB0003',
      currency: 'EUR',
    },
    firstPrice: '48.35',
    drift: 60,
    swing: 3_000,
    dividend: { quarterlyYield: '0.0061', firstMonth: 2 },
  },
  {
    instrument: {
      kind: 'EQUITY',
      name: 'Calder Beheer NV',
      symbol: 'CLDR',
      isin: 'ZZ00CLDR0003',
      currency: 'EUR',
    },
    firstPrice: '61.74',
    drift: 260,
    swing: 18_000,
    dividend: {
      quarterlyYield: '0.0075',
      firstMonth: 2,
      withholding: { country: 'NL', rate: '0.15' },
    },
  },
  {
    instrument: {
      kind: 'EQUITY',
      name: 'Dumont & Fils SA',
      symbol: 'DMNT',
      isin: 'ZZ00DMNT0007',
      currency: 'EUR',
    },
    firstPrice: '88.10',
    drift: 180,
    swing: 16_000,
    dividend: { quarterlyYield: '0.0068', firstMonth: 1, withholding: { country: 'FR', rate: '0.25' } },
    transactionTax: '0.004',
  },
  {
    instrument: {
      kind: 'EQUITY',
      name: 'Eichwald Maschinenbau AG',
      symbol: 'EICH',
      isin: 'ZZ00EICH0009',
      currency: 'EUR',
    },
    firstPrice: '37.92',
    drift: 220,
    swing: 19_000,
    dividend: { quarterlyYield: '0.0081', firstMonth: 3, withholding: { country: 'DE', rate: '0.26375' } },
  },
  {
    instrument: {
      kind: 'EQUITY',
      name: 'Fennimore Systems Inc.',
      symbol: 'FENS',
      isin: 'ZZ00FENS0006',
      currency: 'USD',
    },
    firstPrice: '212.60',
    drift: 620,
    swing: 24_000,
    dividend: { quarterlyYield: '0.0016', firstMonth: 1, withholding: { country: 'US', rate: '0.15' } },
    split: { afterMonths: 10, newForOne: 4 },
  },
  {
    instrument: {
      kind: 'EQUITY',
      name: 'Granite Harbor Foods Inc.',
      symbol: 'GHFD',
      isin: 'ZZ00GHFD0009',
      currency: 'USD',
    },
    firstPrice: '54.18',
    drift: 140,
    swing: 12_000,
    dividend: { quarterlyYield: '0.0089', firstMonth: 3, withholding: { country: 'US', rate: '0.15' } },
  },
  {
    instrument: {
      kind: 'EQUITY',
      name: 'Halcyon Biologics Inc.',
      symbol: 'HLCY',
      isin: 'ZZ00HLCY0000',
      currency: 'USD',
    },
    firstPrice: '29.45',
    drift: 350,
    swing: 32_000,
  },
];
