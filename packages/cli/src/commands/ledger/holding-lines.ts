import { printable } from '@bourse/core';
import type { Money } from '@bourse/core/interfaces';
import type { Portfolio, PositionView } from '@bourse/portfolio';
import { Big } from 'big.js';
import type { View } from '../../answer.js';
import { formatAmount, formatMoney, formatQuantity, formatShare, groupDigits } from '../../output/amounts.js';
import { formatTable, withoutEmptyColumns, type Cell, type Column } from '../../output/table.js';
import { accountName } from './account-name.js';
import { shareOf } from './share-of.js';
import { signedCell } from './signed-cell.js';

/** What is held, the most valuable first; what is held no more is counted below. */
export function holdingLines(portfolio: Portfolio, { style, width }: View): string[] {
  const { positions, totals } = portfolio;
  const held = positions.filter(({ quantity }) => quantity !== '0').toSorted(byValue);
  const closed = positions.length - held.length;
  const currency = totals.base?.currency;
  const columns: Column[] = [
    { title: 'instrument', shrinks: true },
    { title: 'account', shrinks: true },
    { title: 'quantity', align: 'right' },
    { title: 'price', align: 'right' },
    { title: 'of' },
    { title: 'value', align: 'right' },
    { title: currency === undefined ? '' : `in ${currency}`, align: 'right' },
    { title: currency === undefined ? 'gain' : `gain ${currency}`, align: 'right' },
    { title: 'share', align: 'right' },
    { title: 'note', shrinks: true },
  ];
  const rows = held.map((position) => rowOf(position, totals));
  return [
    ...(rows.length === 0 ? [] : formatTable(withoutEmptyColumns({ columns, rows }), style, width)),
    ...(closed === 0
      ? []
      : [style('quiet', `and ${closed} that ${closed === 1 ? 'is' : 'are'} held no more`)]),
  ];
}

function rowOf(position: PositionView, { base }: Portfolio['totals']): Cell[] {
  const { instrument, quantity, price, value = [], unrealized = [] } = position;
  const inBase = (amount: string | undefined): string =>
    amount === undefined || base === undefined ? '' : formatAmount({ amount, currency: base.currency });
  const share =
    base === undefined || position.base?.value === undefined
      ? undefined
      : shareOf(position.base.value, base.wealth);
  const gain = base === undefined ? joined(unrealized) : inBase(position.base?.unrealized);
  return [
    printable(
      instrument.symbol === undefined || instrument.symbol === instrument.name
        ? instrument.name
        : `${instrument.symbol} ${instrument.name}`,
    ),
    accountName(position),
    formatQuantity(quantity),
    price === undefined
      ? ''
      : `${groupDigits(price.amount)} ${price.priceType === 'PERCENTAGE' ? '%' : price.currency}`,
    price?.date ?? '',
    joined(value),
    inBase(position.base?.value),
    gain === '' ? '' : signedCell(gain),
    share === undefined ? '' : formatShare(share),
    noteOf(position),
  ];
}

function joined(amounts: readonly Money[]): string {
  return amounts.map(formatMoney).join(' + ');
}

function noteOf({ atCost, incompleteSince, unknownCostQuantity }: PositionView): Cell {
  const notes = [
    incompleteSince === undefined ? undefined : `incomplete since ${incompleteSince}`,
    atCost === true ? 'valued at cost' : undefined,
    unknownCostQuantity === undefined || incompleteSince !== undefined ? undefined : 'cost unknown',
  ].filter((note) => note !== undefined);
  return notes.length === 0 ? '' : { text: notes.join('; '), meaning: 'warning' };
}

function byValue(left: PositionView, right: PositionView): number {
  return new Big(right.base?.value ?? 0).cmp(new Big(left.base?.value ?? 0));
}
