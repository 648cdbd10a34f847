import { parseCount } from '../../arguments/parse-count.js';
import { formatTable, withoutEmptyColumns } from '../../output/table.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { ENTRY_COLUMNS, entryRow } from './entry-row.js';
import { addRangeOptions, toRange, type RangeOptions } from './range-options.js';

/** Columns of a row where nobody says how many there are; what is cut is whole with --json. */
const WIDEST = 160;

/** `bourse audit show` */
export const addShowCommand: AddCommand = (audit, handle) => {
  const command = audit
    .command('show')
    .summary('what was done, oldest first')
    .description(
      'Show what was done, oldest first. Whether somebody changed it is told by "bourse audit verify".',
    )
    .option('--limit <count>', 'show the last so many entries', parseCount, 100)
    .addHelpText(
      'after',
      examples({ 'bourse audit show --since 2024-01-01 --connection acme-1': 'what one connection did' }),
    );
  addRangeOptions(command).action(
    handle((session, options: RangeOptions & { limit: number }) => {
      let unreadable = 0;
      const entries = [...session.manager.audit.read(toRange(options), () => (unreadable += 1))].map(
        ({ entry }) => entry,
      );
      const shown = entries.slice(-options.limit);
      const left = entries.length - shown.length;
      return {
        json: shown,
        lines: ({ style, width }) => [
          ...(shown.length === 0
            ? ['Nothing was written down.']
            : formatTable(
                withoutEmptyColumns({ columns: ENTRY_COLUMNS, rows: shown.map(entryRow) }),
                style,
                width ?? WIDEST,
              )),
          ...(left === 0 ? [] : [`${left} earlier ones are left out; --limit shows more.`]),
          ...(unreadable === 0
            ? []
            : [`! ${unreadable} lines cannot be read. See what is wrong with: bourse audit verify`]),
        ],
      };
    }),
  );
};
