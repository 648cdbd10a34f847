import { printable } from '@bourse/core';
import type { InstrumentKind } from '@bourse/core/interfaces';
import type { Portfolio } from '@bourse/portfolio';
import type { Big } from 'big.js';
import type { View } from '../../answer.js';
import { formatAmount, formatShare } from '../../output/amounts.js';
import { formatBar } from '../../output/bar.js';
import { formatTable, type Cell } from '../../output/table.js';
import { assetsOf, sumAssets, type Asset } from './assets-of.js';

/** Columns of a bar that stands for everything. */
const BAR_WIDTH = 30;

/** Kinds of what is owned, as people call them. */
const KIND_NAMES: Readonly<Record<InstrumentKind | 'CASH', string>> = {
  EQUITY: 'shares',
  ETF: 'ETFs',
  FUND: 'funds',
  BOND: 'bonds',
  OPTION: 'options',
  FUTURE: 'futures',
  CFD: 'CFDs',
  WARRANT: 'warrants',
  RIGHT: 'rights',
  CERTIFICATE: 'certificates',
  CRYPTO: 'crypto',
  COMMODITY: 'commodities',
  FX: 'currencies',
  OTHER: 'other',
  CASH: 'cash',
};

/** A picture of where the money is: by institution and by kind of what is owned, cash by itself. */
export function allocationLines(portfolio: Portfolio, { style, width }: View): string[] {
  const { base } = portfolio.totals;
  const assets = assetsOf(portfolio);
  if (base === undefined || assets.length === 0) return [];
  const whole = sumAssets(assets);
  const toRow = ([name, amount]: readonly [string, Big]): Cell[] => {
    const share = amount.div(whole).toNumber();
    const bar = { text: formatBar(share, BAR_WIDTH), meaning: 'accent' as const };
    const text = formatAmount({ amount: amount.toFixed(), currency: base.currency });
    return [printable(name), text, formatShare(share), bar];
  };
  const columns = [
    { title: 'where' },
    { title: base.currency, align: 'right' as const },
    { title: 'share', align: 'right' as const },
    { title: '' },
  ];
  const byInstitution = groupBy(assets, ({ institution }) => institution);
  const byKind = groupBy(assets, ({ kind }) => KIND_NAMES[kind]);
  const rows = [...byInstitution.map(toRow), [''], ...byKind.map(toRow)];
  return formatTable({ columns, rows }, style, width);
}

/** Sums by name, the largest first. */
function groupBy(assets: readonly Asset[], nameOf: (asset: Asset) => string): [name: string, amount: Big][] {
  return [...Map.groupBy(assets, nameOf)]
    .map(([name, group]): [string, Big] => [name, sumAssets(group)])
    .sort(([, left], [, right]) => right.cmp(left));
}
