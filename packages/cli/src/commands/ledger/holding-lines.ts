import type { Portfolio, PositionView } from '@bourse/portfolio';
import { Big } from 'big.js';
import type { View } from '../../answer.js';
import { formatTable, withoutEmptyColumns, type Column } from '../../output/table.js';
import { assetsOf, sumAssets } from './assets-of.js';
import { holdingRow } from './holding-row.js';

/** What is held, the most valuable first; what is held no more is counted below. */
export function holdingLines(portfolio: Portfolio, { style, width }: View): string[] {
  const { positions, totals } = portfolio;
  const context = { base: totals.base?.currency, whole: sumAssets(assetsOf(portfolio)) };
  const held = positions.filter(({ quantity }) => quantity !== '0').toSorted(byValue);
  const rows = held.map((position) => holdingRow(position, context));
  const closed = positions.length - held.length;
  return [
    ...(rows.length === 0
      ? []
      : formatTable(withoutEmptyColumns({ columns: columnsFor(context.base), rows }), style, width)),
    ...(closed === 0
      ? []
      : [style('quiet', `and ${closed} that ${closed === 1 ? 'is' : 'are'} held no more`)]),
  ];
}

function columnsFor(base: string | undefined): Column[] {
  return [
    { title: 'instrument', shrinks: true },
    { title: 'account', shrinks: true },
    { title: 'quantity', align: 'right' },
    { title: 'price', align: 'right' },
    { title: 'of' },
    { title: 'value', align: 'right' },
    { title: `in ${base ?? ''}`, align: 'right' },
    { title: base === undefined ? 'gain' : `gain ${base}`, align: 'right' },
    { title: 'share', align: 'right' },
    { title: 'note', shrinks: true },
  ];
}

function byValue(left: PositionView, right: PositionView): number {
  return new Big(right.base?.value ?? 0).cmp(new Big(left.base?.value ?? 0));
}
