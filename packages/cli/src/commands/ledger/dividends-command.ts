import {
  listDividends,
  summarizeDividends,
  type DividendItem,
  type DividendSum,
  type DividendSummary,
} from '@bourse/portfolio';
import type { View } from '../../answer.js';
import { formatAmount, formatMoney } from '../../output/amounts.js';
import { formatTable, withoutEmptyColumns, type Cell, type Column } from '../../output/table.js';
import { word } from '../../output/word.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { accountName } from './account-name.js';
import { baseSumSection } from './base-sum-lines.js';
import { instrumentName } from './instrument-name.js';
import { addLedgerOptions, type LedgerOptions } from './ledger-options.js';
import { nothingYet } from './nothing-yet.js';
import { readLedger } from './read-ledger.js';

/** `bourse dividends` */
export const addDividendsCommand: AddCommand = (program, handle) => {
  const command = program
    .command('dividends')
    .summary('income of what you own: gross, tax, net')
    .description(
      'Dividends and other income of what you own: gross, tax withheld, charges and net; what is still to come.',
    );
  addLedgerOptions(command)
    .addHelpText(
      'after',
      examples({
        'bourse dividends --since 2024-01-01 --until 2024-12-31': 'the income of a year, for the tax return',
        'bourse dividends --base EUR --json': 'added up in euros, for programs',
      }),
    )
    .action(
      handle((session, given: LedgerOptions) => {
        const { data, options } = readLedger(session, given);
        const dividends = listDividends(data, options);
        const summary = summarizeDividends(data, options);
        return {
          json: { dividends, ...summary },
          lines: (view) => nothingYet(data) ?? dividendLines(dividends, summary, view),
        };
      }),
    );
};

const AMOUNT_COLUMNS: readonly Column[] = [
  { title: 'gross', align: 'right' },
  { title: 'tax', align: 'right' },
  { title: 'charges', align: 'right' },
  { title: 'net', align: 'right' },
  { title: '' },
];

function dividendLines(dividends: readonly DividendItem[], summary: DividendSummary, view: View): string[] {
  const { style } = view;
  const isReturn = ({ kind }: DividendItem): boolean => kind === 'RETURN_OF_CAPITAL';
  const [income, returns] = [dividends.filter((item) => !isReturn(item)), dividends.filter(isReturn)];
  if (dividends.length + summary.expected.length + summary.taxesApart.length === 0)
    return ['There are no dividends in this part of the ledger.'];
  return [
    ...section('Paid', itemLines(income, summary.totals, view), view),
    ...section('By instrument', instrumentLines(summary, view), view),
    ...section(
      'Capital given back, lowers the cost, not in the sums',
      itemLines(returns, summary.capitalReturned, view),
      view,
    ),
    ...section('Taxes booked apart, not in the sums', taxLines(summary, view), view),
    ...section('Still to come, not in the sums', itemLines(summary.expected, [], view), view),
    ...(summary.base === undefined
      ? []
      : baseSumSection(
          {
            gross: summary.base.gross,
            tax: summary.base.withheld,
            charges: summary.base.charges,
            net: summary.base.net,
          },
          style,
        )),
  ].slice(1);
}

/** An empty line, the title and the lines; nothing where there are none. */
function section(title: string, lines: readonly string[], { style }: View): string[] {
  return lines.length === 0 ? [] : ['', style('heading', title), ...lines];
}

function itemLines(
  items: readonly DividendItem[],
  totals: readonly DividendSum[],
  { style, width }: View,
): string[] {
  const rows = items.map((item) => [
    item.date,
    accountName(item),
    instrumentName(item.instrument),
    word(item.kind),
    ...amountCells(item),
  ]);
  const footer = totals.map((total) => ['total', '', '', '', ...amountCells(total)]);
  const columns = [
    { title: 'date' },
    { title: 'account', shrinks: true, keepsEnd: true },
    { title: 'instrument', shrinks: true },
    { title: 'kind' },
    ...AMOUNT_COLUMNS,
  ];
  return rows.length === 0 ? [] : formatTable(withoutEmptyColumns({ columns, rows, footer }), style, width);
}

function instrumentLines({ instruments }: DividendSummary, { style, width }: View): string[] {
  const rows = instruments.map((sum) => [
    instrumentName(sum.instrument),
    `${sum.count}`,
    ...amountCells(sum),
  ]);
  const columns = [
    { title: 'instrument', shrinks: true },
    { title: 'payments', align: 'right' as const },
    ...AMOUNT_COLUMNS,
  ];
  return rows.length === 0 ? [] : formatTable({ columns, rows }, style, width);
}

function taxLines({ taxesApart }: DividendSummary, { style, width }: View): string[] {
  const rows = taxesApart.map(({ date, amount, currency, instrument, ...account }) => [
    date,
    accountName(account),
    instrument === undefined ? '' : instrumentName(instrument),
    formatMoney({ amount, currency }),
  ]);
  const columns = [
    { title: 'date' },
    { title: 'account', shrinks: true, keepsEnd: true },
    { title: 'instrument', shrinks: true },
    { title: 'amount', align: 'right' as const },
  ];
  return rows.length === 0 ? [] : formatTable({ columns, rows }, style, width);
}

function amountCells({ gross, withheld, charges, net, currency }: DividendSum | DividendItem): Cell[] {
  const amounts = [gross, withheld, charges, net].map((amount) => formatAmount({ amount, currency }));
  return [...amounts, currency];
}
