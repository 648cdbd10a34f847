import type { Portfolio, PositionView } from '@bourse/portfolio';
import { Big } from 'big.js';
import type { View } from '../../answer.js';
import { formatTable, withoutEmptyColumns, type Cell, type Column } from '../../output/table.js';
import { accountName } from './account-name.js';
import { assetsOf, sumAssets } from './assets-of.js';
import { accountRow, holdingRow, type HoldingContext } from './holding-row.js';

/** What is held, account by account, the most valuable first; what is held no more is counted below. */
export function holdingLines(portfolio: Portfolio, { style, width }: View): string[] {
  const { positions, totals } = portfolio;
  const context = { base: totals.base?.currency, whole: sumAssets(assetsOf(portfolio)) };
  const held = positions.filter(({ quantity }) => quantity !== '0');
  const rows = [...Map.groupBy(held, accountName)]
    .toSorted(([, left], [, right]) => valueOf(right).cmp(valueOf(left)))
    .flatMap(([name, group]) => rowsOf(name, group, context));
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

function rowsOf(account: string, group: readonly PositionView[], context: HoldingContext): Cell[][] {
  const sorted = group.toSorted((left, right) => valueOf([right]).cmp(valueOf([left])));
  return [accountRow(account, group, context), ...sorted.map((position) => holdingRow(position, context))];
}

function columnsFor(base: string | undefined): Column[] {
  return [
    { title: 'holding', shrinks: true },
    { title: 'quantity', align: 'right' },
    { title: 'price', align: 'right', leaves: 2 },
    { title: 'of', leaves: 1 },
    { title: 'value', align: 'right', leaves: 3 },
    { title: `in ${base ?? ''}`, align: 'right' },
    { title: base === undefined ? 'gain' : `gain ${base}`, align: 'right' },
    { title: 'share', align: 'right' },
    { title: 'note', shrinks: true },
  ];
}

/** What is known of the value in the base currency. */
function valueOf(positions: readonly PositionView[]): Big {
  return positions.reduce((sum, { base }) => sum.plus(base?.value ?? 0), new Big(0));
}
