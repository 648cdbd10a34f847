import { printable } from '@bourse/core';
import {
  deriveCash,
  summarizeCashMovements,
  type CashBalance,
  type CashMovementSummary,
  type StoredRecord,
} from '@bourse/portfolio';
import type { View } from '../../answer.js';
import { formatAmount, formatMoney } from '../../output/amounts.js';
import { formatTable, withoutEmptyColumns } from '../../output/table.js';
import { word } from '../../output/word.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { accountName } from './account-name.js';
import { baseSumSection } from './base-sum-lines.js';
import { addLedgerOptions, type LedgerOptions } from './ledger-options.js';
import { nothingYet } from './nothing-yet.js';
import { readLedger } from './read-ledger.js';
import { readRecords } from './read-records.js';
import { recordAccount } from './record-account.js';
import { signedCell } from './signed-cell.js';
import { toStoredJson } from './stored-json.js';
import { storedNote } from './stored-note.js';

/** `bourse cash` */
export const addCashCommand: AddCommand = (program, handle) => {
  const command = program
    .command('cash')
    .summary('balances, deposits, withdrawals, interest, conversions')
    .description(
      'The cash of every account by currency, and the money that moved without a trade, a dividend or a fee.',
    );
  addLedgerOptions(command)
    .addHelpText(
      'after',
      examples({
        'bourse cash': 'balances, sums and every movement',
        'bourse cash --since 2024-01-01 --account savings': 'what moved in one account since a day',
      }),
    )
    .action(
      handle((session, given: LedgerOptions) => {
        const { data, options } = readLedger(session, given);
        const balances = deriveCash(data, options);
        const summary = summarizeCashMovements(data, options);
        const movements = readRecords(session.ledger, 'CASH_MOVEMENT', { data, options });
        return {
          json: { balances, ...summary, movements: movements.map(toStoredJson) },
          lines: (view) => nothingYet(data) ?? cashLines(balances, summary, movements, view),
        };
      }),
    );
};

function cashLines(
  balances: readonly CashBalance[],
  summary: CashMovementSummary,
  movements: readonly StoredRecord<'CASH_MOVEMENT'>[],
  view: View,
): string[] {
  if (balances.length === 0) return ['There is no cash in this part of the ledger.'];
  const { style } = view;
  return [
    style('heading', 'Balances'),
    ...balanceLines(balances, view),
    ...(movements.length === 0 ? [] : ['', style('heading', 'Movements'), ...movementLines(movements, view)]),
    ...(summary.sums.length === 0 ? [] : ['', style('heading', 'Added up'), ...sumLines(summary, view)]),
  ];
}

function balanceLines(balances: readonly CashBalance[], { style, width }: View): string[] {
  const rows = balances.map(({ balance, currency, statement, difference, ...account }) => [
    accountName(account),
    formatMoney({ amount: balance, currency }),
    statement === undefined ? 'sum of all records' : `statement of ${statement.date}`,
    difference === undefined
      ? ''
      : {
          text: `records differ by ${formatMoney({ amount: difference, currency })}`,
          meaning: 'warning' as const,
        },
  ]);
  const columns = [
    { title: 'account', shrinks: true, keepsEnd: true },
    { title: 'balance', align: 'right' as const },
    { title: 'by' },
    { title: 'note', shrinks: true },
  ];
  return formatTable(withoutEmptyColumns({ columns, rows }), style, width);
}

function movementLines(
  movements: readonly StoredRecord<'CASH_MOVEMENT'>[],
  { style, width }: View,
): string[] {
  const rows = movements.map((stored) => {
    const { record } = stored;
    const { date, type, money, description } = record;
    return [
      date,
      recordAccount(record),
      word(type),
      signedCell(formatMoney(money)),
      printable(description),
      storedNote(stored),
    ];
  });
  const columns = [
    { title: 'date' },
    { title: 'account', shrinks: true, keepsEnd: true },
    { title: 'type' },
    { title: 'amount', align: 'right' as const },
    { title: 'description', shrinks: true },
    { title: 'note', shrinks: true },
  ];
  return formatTable(withoutEmptyColumns({ columns, rows }), style, width);
}

function sumLines({ sums, base }: CashMovementSummary, { style, width }: View): string[] {
  const rows = sums.map(({ type, currency, amount, count }) => [
    word(type),
    formatAmount({ amount, currency }),
    currency,
    `${count}`,
  ]);
  const columns = [
    { title: 'type' },
    { title: 'amount', align: 'right' as const },
    { title: '' },
    { title: 'count', align: 'right' as const },
  ];
  const inBase =
    base === undefined
      ? []
      : baseSumSection({ deposits: base.deposits, withdrawals: base.withdrawals }, style);
  return [...formatTable({ columns, rows }, style, width), ...inBase];
}
