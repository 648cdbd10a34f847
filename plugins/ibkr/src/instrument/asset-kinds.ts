import type { InstrumentKind } from '@bourse/sdk';
import { findIn } from '../values/find-in.js';

/** Kinds by `assetCategory`. */
const KINDS: Readonly<Record<string, InstrumentKind>> = {
  STK: 'EQUITY',
  OPT: 'OPTION',
  FOP: 'OPTION',
  FSOPT: 'OPTION',
  FSFOP: 'OPTION',
  FUT: 'FUTURE',
  BOND: 'BOND',
  BILL: 'BOND',
  CFD: 'CFD',
  FXCFD: 'CFD',
  WAR: 'WARRANT',
  IOPT: 'CERTIFICATE',
  FUND: 'FUND',
  CRYPTO: 'CRYPTO',
  CMDTY: 'COMMODITY',
  CASH: 'FX',
};

/** Kinds that the `subCategory` of a stock tells; all others (COMMON, ADR, REIT, PREFERRED …) are equity. */
const STOCK_KINDS: Readonly<Record<string, InstrumentKind>> = {
  ETF: 'ETF',
  RIGHT: 'RIGHT',
  RIGHTS: 'RIGHT',
};

/** What an instrument is; OTHER where the export has no asset class. */
export function toKind(assetCategory: string | undefined, subCategory: string | undefined): InstrumentKind {
  const kind = findIn(KINDS, assetCategory ?? '') ?? 'OTHER';
  return kind === 'EQUITY' ? (findIn(STOCK_KINDS, subCategory ?? '') ?? kind) : kind;
}

/** Kinds that have an underlying, a strike or a multiplier of their own. */
export const DERIVATIVES: ReadonlySet<InstrumentKind> = new Set([
  'OPTION',
  'FUTURE',
  'CFD',
  'WARRANT',
  'CERTIFICATE',
]);

/** Kinds that exchange no principal when they are traded. */
export const MARGINED: ReadonlySet<InstrumentKind> = new Set(['FUTURE', 'CFD']);
