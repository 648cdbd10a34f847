import type { Decimal, Instrument, Money } from '@bourse/core/interfaces';
import { Exact } from '../decimal/exact.js';
import { MoneyBag } from '../decimal/money-bag.js';
import type { AccountRef } from '../entries/account-ref.js';
import { commonKeyOf } from '../instruments/instrument-index.js';
import type { BaseFigures } from '../positions/base-figures.js';
import type { PositionView } from '../positions/position-view.js';

/** One instrument in all accounts; figures are absent where they are unknown in one of them. */
export interface InstrumentView {
  readonly instrument: Instrument;
  readonly quantity: Decimal;
  readonly accounts: readonly AccountRef[];
  readonly cost?: readonly Money[];
  readonly value?: readonly Money[];
  readonly unrealized?: readonly Money[];
  readonly realized?: readonly Money[];
  readonly base?: BaseFigures;
}

const FIGURES = ['cost', 'value', 'unrealized', 'realized'] as const;

/** Adds up positions of one instrument: of one ISIN, or of one symbol, kind and currency where there is none. */
export function groupByInstrument(positions: readonly PositionView[]): InstrumentView[] {
  const groups = Map.groupBy(positions, ({ instrument }) => commonKeyOf(instrument));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [addUp(first, group)];
  });
}

function addUp({ instrument }: PositionView, group: readonly PositionView[]): InstrumentView {
  return {
    instrument,
    quantity: sumDecimals(group.map(({ quantity }) => quantity)),
    accounts: group.map(({ institution, accountId }) => ({ institution, accountId })),
    ...sumMoney(group),
    ...(group.some(({ base }) => base !== undefined) ? { base: sumBase(group) } : {}),
  };
}

function sumMoney(group: readonly PositionView[]): Partial<InstrumentView> {
  const sums = FIGURES.map((figure) => {
    const lists = group.map((position) => position[figure]).filter((list) => list !== undefined);
    return lists.length === group.length ? { [figure]: sumLists(lists) } : {};
  });
  return Object.assign({}, ...sums);
}

function sumBase(group: readonly PositionView[]): BaseFigures {
  const sums = FIGURES.map((figure) => {
    const amounts = group.map(({ base }) => base?.[figure]).filter((amount) => amount !== undefined);
    return amounts.length === group.length ? { [figure]: sumDecimals(amounts) } : {};
  });
  return Object.assign({}, ...sums);
}

function sumLists(lists: readonly (readonly Money[])[]): Money[] {
  return lists
    .flat()
    .reduce((sum, money) => sum.plus(MoneyBag.from(money)), MoneyBag.EMPTY)
    .toMoney();
}

function sumDecimals(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, amount) => sum.plus(Exact.from(amount)), Exact.ZERO).toString();
}
