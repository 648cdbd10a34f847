import {
  listCharges,
  summarizeCharges,
  type ChargeItem,
  type ChargeSummary,
  type LedgerData,
} from '@bourse/portfolio';
import type { View } from '../../answer.js';
import { formatAmount, formatMoney, formatQuantity } from '../../output/amounts.js';
import { formatTable, withoutEmptyColumns, type Column } from '../../output/table.js';
import { word } from '../../output/word.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { accountName } from './account-name.js';
import { baseSumSection } from './base-sum-lines.js';
import { instrumentName } from './instrument-name.js';
import { addLedgerOptions, type LedgerOptions } from './ledger-options.js';
import { nothingYet } from './nothing-yet.js';
import { readLedger } from './read-ledger.js';

/** `bourse fees` */
export const addFeesCommand: AddCommand = (program, handle) => {
  const command = program
    .command('fees')
    .summary('what trading, holding and receiving has cost')
    .description(
      'What trading, holding and receiving has cost: fees, and the charges of trades, dividends and transfers. A refund is negative.',
    );
  addLedgerOptions(command)
    .addHelpText(
      'after',
      examples({
        'bourse fees --base EUR': 'everything, added up in euros',
        'bourse fees --since 2024-01-01 --account savings': 'one account since a day',
      }),
    )
    .action(
      handle((session, given: LedgerOptions) => {
        const { data, options } = readLedger(session, given);
        const charges = listCharges(data, options);
        const summary = summarizeCharges(data, options);
        return {
          json: { fees: charges, ...summary },
          lines: (view) => nothingYet(data) ?? feeLines(charges, summary, nameInstruments(data), view),
        };
      }),
    );
};

/** Names of instruments, by the id of a record that is about one. */
type InstrumentNames = ReadonlyMap<string, string>;

function nameInstruments({ entries, instruments }: LedgerData): InstrumentNames {
  return new Map(
    entries.flatMap(({ id, instrument: key = -1 }) => {
      const instrument = instruments.get(key);
      return instrument === undefined ? [] : [[id, instrumentName(instrument)] as const];
    }),
  );
}

function feeLines(
  charges: readonly ChargeItem[],
  summary: ChargeSummary,
  names: InstrumentNames,
  view: View,
): string[] {
  const { style } = view;
  if (charges.length + summary.inKind.length === 0)
    return ['Nothing was charged in this part of the ledger.'];
  return [
    ...chargeLines(charges, names, view),
    '',
    style('heading', 'Added up'),
    ...sumLines(summary, view),
    ...(summary.base === undefined ? [] : baseSumSection({ 'in all': summary.base }, style)),
    ...(summary.inKind.length === 0 ? [] : ['', style('heading', 'In kind'), ...inKindLines(summary, view)]),
  ];
}

const PLACE_COLUMNS: readonly Column[] = [
  { title: 'date' },
  { title: 'account', shrinks: true, keepsEnd: true },
  { title: 'kind' },
  { title: 'of' },
];

function chargeLines(
  charges: readonly ChargeItem[],
  names: InstrumentNames,
  { style, width }: View,
): string[] {
  const rows = charges.map((charge) => [
    ...placeCells(charge),
    names.get(charge.recordId) ?? '',
    formatMoney(charge),
    charge.included ? 'included in the price' : '',
  ]);
  const columns = [
    ...PLACE_COLUMNS,
    { title: 'instrument', shrinks: true },
    { title: 'cost', align: 'right' as const },
    { title: 'note' },
  ];
  return rows.length === 0 ? [] : formatTable(withoutEmptyColumns({ columns, rows }), style, width);
}

function inKindLines({ inKind }: ChargeSummary, { style, width }: View): string[] {
  const rows = inKind.map((charge) => [
    ...placeCells(charge),
    formatQuantity(charge.quantity),
    instrumentName(charge.instrument),
    charge.included ? 'included' : '',
  ]);
  const columns = [
    ...PLACE_COLUMNS,
    { title: 'quantity', align: 'right' as const },
    { title: 'instrument', shrinks: true },
    { title: 'note' },
  ];
  return formatTable(withoutEmptyColumns({ columns, rows }), style, width);
}

function placeCells(
  charge: Pick<ChargeItem, 'date' | 'institution' | 'accountId' | 'kind' | 'of'>,
): string[] {
  return [charge.date, accountName(charge), word(charge.kind), word(charge.of)];
}

function sumLines({ sums }: ChargeSummary, { style, width }: View): string[] {
  const rows = sums.map(({ kind, currency, amount, included, count }) => [
    word(kind),
    formatAmount({ amount, currency }),
    currency,
    `${count}`,
    included === '0' ? '' : `${formatMoney({ amount: included, currency })} of it included in prices`,
  ]);
  const columns = [
    { title: 'kind' },
    { title: 'cost', align: 'right' as const },
    { title: '' },
    { title: 'count', align: 'right' as const },
    { title: 'note' },
  ];
  return formatTable({ columns, rows }, style, width);
}
