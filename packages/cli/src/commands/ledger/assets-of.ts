import type { InstrumentKind } from '@bourse/core/interfaces';
import type { Portfolio } from '@bourse/portfolio';
import { Big } from 'big.js';

/** A piece of what is owned, in the base currency. What is owed is no piece of a picture. */
export interface Asset {
  readonly institution: string;
  readonly kind: InstrumentKind | 'CASH';
  readonly amount: Big;
}

/** The pieces of a portfolio whose value in the base currency is known and above zero; cash is one piece. */
export function assetsOf({ positions, totals }: Portfolio): Asset[] {
  if (totals.base === undefined) return [];
  const held = positions.map(({ institution, instrument, base }) => ({
    institution,
    kind: instrument.kind,
    amount: new Big(base?.value ?? 0),
  }));
  const cash = { institution: 'cash', kind: 'CASH' as const, amount: new Big(totals.base.cash) };
  return [...held, cash].filter(({ amount }) => amount.gt(0));
}

export function sumAssets(assets: readonly Asset[]): Big {
  return assets.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
}
