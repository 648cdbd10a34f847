import { printable } from '@bourse/core';
import { parseCount } from '../../arguments/parse-count.js';
import { formatTable } from '../../output/table.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findPlugin } from './find-plugin.js';

/** `bourse plugins history` */
export const addHistoryCommand: AddCommand = (plugins, handle) => {
  plugins
    .command('history')
    .description('how a plugin came into its state, over all runs, oldest first')
    .argument('<id>', 'id of the plugin')
    .option('--limit <count>', 'show the last so many changes', parseCount, 50)
    .addHelpText(
      'after',
      examples({ 'bourse plugins history acme': 'when it started, stopped, crashed, and why' }),
    )
    .action(
      handle((session, id: string, { limit }: { limit: number }) => {
        findPlugin(session.manager, id);
        const transitions = session.manager.historyOf(id).slice(-limit);
        const rows = transitions.map(({ at, from, to, reason }) => [at, from, to, printable(reason)]);
        const columns = [
          { title: 'at (UTC)' },
          { title: 'from' },
          { title: 'to' },
          { title: 'why', shrinks: true },
        ];
        return {
          json: transitions,
          lines: ({ style, width }) =>
            rows.length === 0
              ? [`Nothing has happened to ${id} yet.`]
              : formatTable({ columns, rows }, style, width),
        };
      }),
    );
};
