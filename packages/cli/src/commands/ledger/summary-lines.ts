import type { Money } from '@bourse/core/interfaces';
import type { Portfolio } from '@bourse/portfolio';
import type { View } from '../../answer.js';
import { formatAmount, formatShare } from '../../output/amounts.js';
import type { Style } from '../../output/style.js';
import { formatTable, type Cell, type Column } from '../../output/table.js';
import { shareOf } from './share-of.js';
import { signedCell } from './signed-cell.js';

/** The sums of a portfolio: in the base currency where there is one, else currency by currency. */
export function summaryLines(portfolio: Portfolio, { style, width }: View): string[] {
  const { base } = portfolio.totals;
  if (base === undefined) return currencyLines(portfolio, { style, width });
  const amount = (figure: string): string => formatAmount({ amount: figure, currency: base.currency });
  const gain = shareOf(base.unrealized, base.cost);
  const rows: Cell[][] = [
    ['positions', amount(base.value)],
    ['cash', amount(base.cash)],
    [
      { text: 'together', meaning: 'heading' },
      { text: amount(base.wealth), meaning: 'heading' },
    ],
    ['cost of the positions', amount(base.cost)],
    [
      'gain not yet realized',
      signedCell(amount(base.unrealized)),
      gain === undefined ? '' : formatShare(gain),
    ],
    ['gain realized', signedCell(amount(base.realized))],
  ];
  const columns: Column[] = [{ title: '' }, { title: base.currency, align: 'right' }, { title: '' }];
  return [...formatTable({ columns, rows }, style, width), ...rateLines(base, style)];
}

/** The days of the rates behind the sums. */
function rateLines({ rates }: NonNullable<Portfolio['totals']['base']>, style: Style): string[] {
  const shown = rates.map(({ currency, date, stale }) =>
    stale ? style('warning', `${currency} of ${date} (old)`) : `${currency} of ${date}`,
  );
  return shown.length === 0 ? [] : [`${style('quiet', 'at rates for')} ${shown.join(', ')}`];
}

function currencyLines({ totals }: Portfolio, { style, width }: View): string[] {
  const figures = {
    positions: totals.value,
    cash: totals.cash,
    cost: totals.cost,
    'gain not yet realized': totals.unrealized,
    'gain realized': totals.realized,
  };
  const currencies = [
    ...new Set(Object.values(figures).flatMap((moneys) => moneys.map(({ currency }) => currency))),
  ].sort();
  const cell = (moneys: readonly Money[], currency: string): string => {
    const money = moneys.find((candidate) => candidate.currency === currency);
    return money === undefined ? '' : formatAmount(money);
  };
  const columns: Column[] = [
    { title: '' },
    ...currencies.map((title) => ({ title, align: 'right' as const })),
  ];
  const rows = Object.entries(figures).map(([name, moneys]) => [
    name,
    ...currencies.map((currency) => cell(moneys, currency)),
  ]);
  return formatTable({ columns, rows }, style, width);
}
