import type { Instrument, InstrumentKind } from '@bourse/core/interfaces';
import { commonKeyOf, type Portfolio } from '@bourse/portfolio';
import { Big } from 'big.js';

/** A piece of what is owned, in the base currency; below zero it is owed. */
export interface Asset {
  readonly institution: string;
  readonly kind: InstrumentKind | 'CASH';
  /** Equal for the same instrument at several institutions, and for cash of the same currency. */
  readonly key: string;
  readonly instrument?: Instrument;
  /** The currency of cash. */
  readonly currency?: string;
  readonly amount: Big;
}

/** The pieces of a portfolio whose value in the base currency is known and above zero. */
export function assetsOf(portfolio: Portfolio): Asset[] {
  return piecesOf(portfolio).filter(({ amount }) => amount.gt(0));
}

/** What is owed, such as borrowed cash: as much as it takes off the pieces, as a number that is not below zero. */
export function debtOf(portfolio: Portfolio): Big {
  return sumAssets(piecesOf(portfolio).filter(({ amount }) => amount.lt(0))).times(-1);
}

function piecesOf({ positions, totals }: Portfolio): Asset[] {
  if (totals.base === undefined) return [];
  const held = positions.map(({ institution, instrument, base }) => ({
    institution,
    kind: instrument.kind,
    key: commonKeyOf(instrument),
    instrument,
    amount: new Big(base?.value ?? 0),
  }));
  const cash = totals.base.cashParts.map(({ institution, currency, amount }) => ({
    institution,
    kind: 'CASH' as const,
    key: `cash ${currency}`,
    currency,
    amount: new Big(amount),
  }));
  return [...held, ...cash];
}

export function sumAssets(assets: readonly Asset[]): Big {
  return assets.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
}
