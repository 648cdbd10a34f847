import type { RecordKind } from '@bourse/core/interfaces';
import type { StoredRecord } from '@bourse/portfolio';
import type { View } from '../../answer.js';
import { formatTable, withoutEmptyColumns, type Cell, type Column } from '../../output/table.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { addLedgerOptions, type LedgerOptions } from './ledger-options.js';
import { readLedger } from './read-ledger.js';
import { toStoredJson } from './stored-json.js';

/** A command that lists the records of one kind. */
export interface RecordList<Kind extends RecordKind> {
  readonly name: string;
  readonly kind: Kind;
  readonly description: string;
  readonly examples: Readonly<Record<string, string>>;
  readonly columns: readonly Column[];
  readonly toRow: (stored: StoredRecord<Kind>) => Cell[];
  /** What the records that count add up to, as data and as rows below the table. */
  readonly addUp?: (records: readonly StoredRecord<Kind>['record'][]) => {
    readonly json: object;
    readonly rows: Cell[][];
  };
}

export function recordListCommand<Kind extends RecordKind>(list: RecordList<Kind>): AddCommand {
  return (program, handle) => {
    addLedgerOptions(program.command(list.name).description(list.description))
      .addHelpText('after', examples(list.examples))
      .action(
        handle((session, given: LedgerOptions) => {
          const { options } = readLedger(session, given);
          const stored = [...session.ledger.records(list.kind, options)];
          const sums = list.addUp?.(stored.filter(({ counted }) => counted).map(({ record }) => record));
          return {
            json: { [list.name]: stored.map(toStoredJson), ...sums?.json },
            lines: (view) => listLines(list, stored, sums?.rows ?? [], view),
          };
        }),
      );
  };
}

function listLines<Kind extends RecordKind>(
  { name, columns, toRow }: RecordList<Kind>,
  stored: readonly StoredRecord<Kind>[],
  footer: Cell[][],
  { style, width }: View,
): string[] {
  if (stored.length === 0) return [`There are no ${name} in this part of the ledger.`];
  const rows = stored.map(toRow);
  return [
    ...formatTable(withoutEmptyColumns({ columns, rows, footer }), style, width),
    style('quiet', stored.length === 1 ? '1 record' : `${stored.length} records`),
  ];
}
