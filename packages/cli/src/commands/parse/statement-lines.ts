import { printable, type RECORD_LISTS } from '@bourse/core';
import type { Money } from '@bourse/core/interfaces';
import type { View } from '../../answer.js';
import { formatExactAmount, formatQuantity } from '../../output/amounts.js';
import { problemListLines } from '../../output/problem-lines.js';
import { formatRanges } from '../../output/ranges.js';
import { formatTable, withoutEmptyColumns, type Cell, type Column } from '../../output/table.js';
import { sumCashEffects } from './cash-totals.js';
import { derivePositions } from './derive-positions.js';
import { isRead, type ParsedFile, type ReadFile } from './parsed-file.js';

/** What a person wants to know of a file: counts, control totals, positions and problems. */
export function statementLines(parsed: ParsedFile, view: View): string[] {
  const { style } = view;
  const title = style('heading', printable(parsed.file));
  if (!isRead(parsed)) return [title, ...problemListLines(parsed.problems, 'failure', style)];
  return [
    title,
    style('quiet', printable(describe(parsed))),
    '',
    ...countLines(parsed, view),
    ...section('Effect on cash', cashLines(parsed, view), view),
    ...section('Change of positions', positionLines(parsed, view), view),
    ...section('Rows that were not understood', unclassifiedLines(parsed, view), view),
    ...section('Problems', problemListLines(parsed.problems, 'remark', style), view),
  ];
}

function describe({ plugin, format, period, accounts, rowsTotal }: ReadFile): string {
  const ids = [...new Set(accounts.map(({ id }) => id))];
  return [
    `read by ${plugin} as ${format}`,
    period === undefined ? undefined : `${period.from} to ${period.to}`,
    ids.length === 0 ? undefined : `account ${ids.join(', ')}`,
    `${rowsTotal} rows`,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

function section(title: string, lines: readonly string[], { style }: View): string[] {
  return lines.length === 0 ? [] : ['', style('heading', title), ...lines];
}

const COUNTS: readonly (readonly [name: string, list: (typeof RECORD_LISTS)[keyof typeof RECORD_LISTS]])[] = [
  ['transactions', 'transactions'],
  ['cash movements', 'cashMovements'],
  ['transfers', 'transfers'],
  ['dividends', 'dividends'],
  ['fees', 'fees'],
  ['corporate actions', 'corporateActions'],
  ['positions', 'positions'],
];

function countLines(statement: ReadFile, { style, width }: View): string[] {
  const records = COUNTS.map(
    ([name, list]) =>
      [name, statement[list].length, countRows(statement[list].map(({ source }) => source))] as const,
  );
  const others = [
    ['accounts', statement.accounts.length, countRows(statement.accounts.map(({ source }) => source))],
    ['rates', statement.fxRates.length, countRows(statement.fxRates)],
    ['ignored', statement.ignored.length, countRows(statement.ignored)],
    ['unclassified', statement.unclassified.length, countRows(statement.unclassified)],
  ] as const;
  const rows = [...records, ...others]
    .filter(([, count]) => count > 0)
    .map(([name, count, covered]) => [name, `${count}`, `${covered}`]);
  return formatTable({ columns: COUNT_COLUMNS, rows }, style, width);
}

const COUNT_COLUMNS: readonly Column[] = [
  { title: 'what' },
  { title: 'count', align: 'right' },
  { title: 'rows', align: 'right' },
];

/** How many different rows of the file these came from. */
function countRows(
  sources: readonly ({ readonly rows?: readonly number[] | undefined } | undefined)[],
): number {
  return new Set(sources.flatMap((source) => source?.rows ?? [])).size;
}

function cashLines(statement: ReadFile, { style, width }: View): string[] {
  const { kinds, totals } = sumCashEffects(statement);
  const currencies = totals.map(({ currency }) => currency);
  const cells = (amounts: readonly Money[]): string[] =>
    currencies.map((currency) => {
      const money = amounts.find((candidate) => candidate.currency === currency);
      return money === undefined ? '' : formatExactAmount(money);
    });
  const columns: Column[] = [
    { title: '' },
    ...currencies.map((title) => ({ title, align: 'right' as const })),
  ];
  const rows = kinds.map(({ name, amounts }) => [name, ...cells(amounts)]);
  const footer = [['total', ...cells(totals)]];
  return rows.length === 0 ? [] : formatTable({ columns, rows, footer }, style, width);
}

function positionLines(statement: ReadFile, { style, width }: View): string[] {
  const rows = derivePositions(statement, statement.file).map(
    ({ accountId, instrument, quantity, problem }): Cell[] => [
      printable(instrument.name),
      printable(instrument.symbol ?? ''),
      instrument.isin ?? '',
      printable(accountId),
      formatQuantity(quantity),
      problem === undefined ? '' : { text: 'history incomplete', meaning: 'warning' },
    ],
  );
  const columns: Column[] = [
    { title: 'instrument', shrinks: true },
    { title: 'symbol', shrinks: true },
    { title: 'ISIN' },
    { title: 'account' },
    { title: 'quantity', align: 'right' },
    { title: 'note' },
  ];
  return rows.length === 0 ? [] : formatTable(withoutEmptyColumns({ columns, rows }), style, width);
}

/** Rows of this kind that are shown; the rest is counted. */
const SHOWN_UNCLASSIFIED = 10;

function unclassifiedLines({ unclassified }: ReadFile, { style, width }: View): string[] {
  const shown = unclassified.slice(0, SHOWN_UNCLASSIFIED);
  const rows = shown.map(({ rows: ordinals, reason, text }) => [
    formatRanges(ordinals),
    printable(reason),
    printable(text),
  ]);
  const columns: Column[] = [
    { title: 'row' },
    { title: 'why', shrinks: true },
    { title: 'text', shrinks: true },
  ];
  const rest = unclassified.length - shown.length;
  return [
    ...(rows.length === 0 ? [] : formatTable({ columns, rows }, style, width)),
    ...(rest === 0 ? [] : [style('quiet', `… and ${rest} more; --json lists them all`)]),
  ];
}
