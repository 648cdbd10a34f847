import { printable } from '@bourse/core';
import type { Portfolio } from '@bourse/portfolio';
import { Big } from 'big.js';
import type { View } from '../../answer.js';
import { formatAmount, formatShare } from '../../output/amounts.js';
import { formatBar } from '../../output/bar.js';
import { formatTable } from '../../output/table.js';

/** Columns of a bar that stands for everything. */
const BAR_WIDTH = 30;

/** A picture of where the money is: by institution and by kind of what is held, cash by itself. */
export function allocationLines(portfolio: Portfolio, { style, width }: View): string[] {
  const { base } = portfolio.totals;
  const slices = base === undefined ? [] : slicesOf(portfolio, base);
  const whole = slices.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
  if (base === undefined || whole.lte(0)) return [];
  const groups = [groupBy(slices, 'institution'), groupBy(slices, 'kind')];
  const rows = groups.flatMap((group, index) => [
    ...(index === 0 ? [] : [['']]),
    ...group.map(([name, amount]) => {
      const share = amount.div(whole).toNumber();
      const bar = { text: formatBar(share, BAR_WIDTH), meaning: 'accent' as const };
      return [
        printable(name),
        formatAmount({ amount: amount.toFixed(), currency: base.currency }),
        formatShare(share),
        bar,
      ];
    }),
  ]);
  const columns = [
    { title: 'where' },
    { title: base.currency, align: 'right' as const },
    { title: 'share', align: 'right' as const },
    { title: '' },
  ];
  return formatTable({ columns, rows }, style, width);
}

/** A piece of the wealth. What is owed is no piece of a picture. */
interface Slice {
  readonly institution: string;
  readonly kind: string;
  readonly amount: Big;
}

function slicesOf({ positions }: Portfolio, base: NonNullable<Portfolio['totals']['base']>): Slice[] {
  const held = positions.map(({ institution, instrument, base: figures }) => ({
    institution,
    kind: KIND_NAMES[instrument.kind] ?? instrument.kind.toLowerCase(),
    amount: new Big(figures?.value ?? 0),
  }));
  const cash = { institution: 'cash', kind: 'cash', amount: new Big(base.cash) };
  return [...held, cash].filter(({ amount }) => amount.gt(0));
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  EQUITY: 'shares',
  ETF: 'ETFs',
  FUND: 'funds',
  BOND: 'bonds',
  CRYPTO: 'crypto',
  OPTION: 'options',
};

function groupBy(slices: readonly Slice[], key: 'institution' | 'kind'): [name: string, amount: Big][] {
  const groups = new Map<string, Big>();
  for (const slice of slices)
    groups.set(slice[key], (groups.get(slice[key]) ?? new Big(0)).plus(slice.amount));
  return [...groups].sort(([, left], [, right]) => right.cmp(left));
}
