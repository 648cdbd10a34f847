import { printable } from '@bourse/core';
import type { InstrumentKind } from '@bourse/core/interfaces';
import type { Portfolio } from '@bourse/portfolio';
import { Big } from 'big.js';
import type { View } from '../../answer.js';
import { formatAmount, formatShare } from '../../output/amounts.js';
import { formatBar } from '../../output/bar.js';
import { formatTable, type Cell } from '../../output/table.js';
import { assetsOf, debtOf, sumAssets, type Asset } from './assets-of.js';
import { instrumentName } from './instrument-name.js';

/** Columns of a bar that stands for everything. */
const BAR_WIDTH = 30;

/** Instruments that have a bar of their own. */
const MOST_INSTRUMENTS = 8;

/** Kinds of what is owned, as people call them. */
const KIND_NAMES: Readonly<Record<InstrumentKind, string>> = {
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
};

/** A slice of the whole, with the name that people see. */
type Slice = readonly [name: string, amount: Big];

/**
 * A picture of where the money is: by broker, by instrument and by kind of what is owned; cash by its currency. A division
 * that has one slice only says nothing and is left out.
 */
export function allocationLines(portfolio: Portfolio, { style, width }: View): string[] {
  const { base } = portfolio.totals;
  const assets = assetsOf(portfolio);
  const [first, ...others] = divisionsOf(assets);
  if (base === undefined || first === undefined) return [];
  const amountText = (amount: Big): string =>
    formatAmount({ amount: amount.toFixed(), currency: base.currency });
  const whole = sumAssets(assets);
  const toRow = ([name, amount]: Slice): Cell[] => {
    const share = amount.div(whole).toNumber();
    const bar = { text: formatBar(share, BAR_WIDTH), meaning: 'accent' as const };
    return [printable(name), amountText(amount), formatShare(share), bar];
  };
  const columns = [
    { title: first.title, shrinks: true },
    { title: base.currency, align: 'right' as const },
    { title: 'share', align: 'right' as const },
    { title: '' },
  ];
  const below = ({ title, slices }: Division): Cell[][] => [
    [''],
    [{ text: title, meaning: 'quiet' }],
    ...slices.map(toRow),
  ];
  const rows = [...first.slices.map(toRow), ...others.flatMap(below)];
  const debt = debtOf(portfolio);
  return [
    ...formatTable({ columns, rows }, style, width),
    ...(debt.eq(0) ? [] : [style('quiet', `not in the picture: ${amountText(debt)} ${base.currency} owed`)]),
  ];
}

/** One way to divide the whole. */
interface Division {
  readonly title: string;
  readonly slices: readonly Slice[];
}

function divisionsOf(assets: readonly Asset[]): Division[] {
  return [
    { title: 'by broker, with its cash', slices: byBroker(assets) },
    { title: 'by instrument', slices: byInstrument(assets) },
    { title: 'by kind', slices: byKind(assets) },
  ].filter(({ slices }) => slices.length > 1);
}

function byBroker(assets: readonly Asset[]): Slice[] {
  return slicesOf(
    assets,
    ({ institution }) => institution,
    ({ institution }) => institution,
  );
}

/** The most valuable instruments over all brokers; the rest and the cash are one slice each. */
function byInstrument(assets: readonly Asset[]): Slice[] {
  const held = slicesOf(
    assets.filter(({ instrument }) => instrument !== undefined),
    ({ key }) => key,
    ({ instrument }) => (instrument === undefined ? '' : instrumentName(instrument)),
  );
  const isLong = held.length > MOST_INSTRUMENTS + 1;
  const shown = isLong ? held.slice(0, MOST_INSTRUMENTS) : held;
  const others = held.slice(shown.length);
  const cash = assets.filter(({ kind }) => kind === 'CASH');
  return [
    ...shown,
    ...(others.length === 0 ? [] : [[`${others.length} others`, sumSlices(others)] as const]),
    ...(cash.length === 0 ? [] : [['cash', sumAssets(cash)] as const]),
  ];
}

function byKind(assets: readonly Asset[]): Slice[] {
  const name = ({ kind, currency = '' }: Asset): string =>
    kind === 'CASH' ? `cash in ${currency}` : KIND_NAMES[kind];
  return slicesOf(assets, name, name);
}

/** Sums by key, the largest first. */
function slicesOf(
  assets: readonly Asset[],
  keyOf: (asset: Asset) => string,
  nameOf: (asset: Asset) => string,
): Slice[] {
  return [...Map.groupBy(assets, keyOf).values()]
    .flatMap((group): Slice[] => (group[0] === undefined ? [] : [[nameOf(group[0]), sumAssets(group)]]))
    .sort(([, left], [, right]) => right.cmp(left));
}

function sumSlices(slices: readonly Slice[]): Big {
  return slices.reduce((sum, [, amount]) => sum.plus(amount), new Big(0));
}
