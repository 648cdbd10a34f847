import type { RecordKind } from '@bourse/core/interfaces';
import { sumMoneyInBase, type BaseSum, type MoneyItem, type StoredRecord } from '@bourse/portfolio';
import type { View } from '../../answer.js';
import { sentence } from '../../output/sentence.js';
import { formatTable, withoutEmptyColumns, type Cell, type Column } from '../../output/table.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { baseSumLines } from './base-sum-lines.js';
import { addLedgerOptions, type LedgerOptions } from './ledger-options.js';
import { nothingYet } from './nothing-yet.js';
import { readLedger } from './read-ledger.js';
import { readRecords } from './read-records.js';
import { toStoredJson } from './stored-json.js';

/** What records add up to, as data and as rows below their table. */
export interface RecordSums {
  readonly json: object;
  readonly rows: Cell[][];
}

/** A command that lists the records of one kind. */
export interface RecordList<Kind extends RecordKind> {
  readonly name: string;
  readonly kind: Kind;
  readonly description: string;
  readonly examples: Readonly<Record<string, string>>;
  readonly columns: readonly Column[];
  readonly toRow: (stored: StoredRecord<Kind>) => Cell[];
  /** Adds up the records that count. */
  readonly addUp: (records: readonly StoredRecord<Kind>['record'][]) => RecordSums;
  /** The amounts that are added up in the base currency. */
  readonly moneyOf: (record: StoredRecord<Kind>['record']) => readonly Omit<MoneyItem, 'recordId'>[];
}

export function recordListCommand<Kind extends RecordKind>(list: RecordList<Kind>): AddCommand {
  return (program, handle) => {
    const command = program
      .command(list.name)
      .summary(list.description)
      .description(sentence(list.description));
    addLedgerOptions(command)
      .addHelpText('after', examples(list.examples))
      .action(
        handle((session, given: LedgerOptions) => {
          const { data, options } = readLedger(session, given);
          const stored = readRecords(session.ledger, list.kind, { data, options });
          const records = stored.filter(({ counted }) => counted).map(({ record }) => record);
          const sums = list.addUp(records);
          const items = records.flatMap((record) =>
            list.moneyOf(record).map((item) => ({ recordId: record.id, ...item })),
          );
          const base = sumMoneyInBase(data, options.base, items);
          return {
            json: { [list.name]: stored.map(toStoredJson), totals: { ...sums.json, base } },
            lines: (view) => nothingYet(data) ?? listLines(list, { stored, rows: sums.rows, base }, view),
          };
        }),
      );
  };
}

interface Listed<Kind extends RecordKind> {
  readonly stored: readonly StoredRecord<Kind>[];
  /** Rows below the table. */
  readonly rows: Cell[][];
  readonly base: BaseSum | undefined;
}

function listLines<Kind extends RecordKind>(
  { name, columns, toRow }: RecordList<Kind>,
  { stored, rows: footer, base }: Listed<Kind>,
  { style, width }: View,
): string[] {
  if (stored.length === 0) return [`There are no ${name} in this part of the ledger.`];
  const table = { columns, rows: stored.map(toRow), footer };
  return [
    ...formatTable(withoutEmptyColumns(table), style, width),
    ...(base === undefined || footer.length === 0 ? [] : baseSumLines({ 'in all': base }, style)),
    style('quiet', stored.length === 1 ? '1 record' : `${stored.length} records`),
  ];
}
