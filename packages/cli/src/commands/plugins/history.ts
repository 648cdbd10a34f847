import { printable, type StateTransition } from '@bourse/core';
import type { View } from '../../answer.js';
import { parseCount } from '../../arguments/parse-count.js';
import { formatTable, type Column } from '../../output/table.js';
import { toSecond } from '../../output/to-second.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findPlugin } from '../../host/find-plugin.js';

/** `bourse plugins history` */
export const addHistoryCommand: AddCommand = (plugins, handle) => {
  plugins
    .command('history')
    .summary('how a plugin came into its state, over all runs, oldest first')
    .description(
      'How a plugin came into its state, over all runs, oldest first; with the evidence that its failures left.',
    )
    .argument('<id>', 'id of the plugin')
    .option('--limit <count>', 'show the last so many changes', parseCount, 50)
    .addHelpText(
      'after',
      examples({ 'bourse plugins history acme': 'when it started, stopped, crashed, and why' }),
    )
    .action(
      handle((session, id: string, { limit }: { limit: number }) => {
        const { manager } = session;
        findPlugin(manager, id);
        const transitions = manager.historyOf(id).slice(-limit);
        const bundles = manager.evidence.list(id);
        return {
          json: transitions,
          lines: (view) =>
            transitions.length === 0
              ? [`Nothing has happened to ${id} yet.`]
              : [...transitionLines(transitions, view), ...evidenceLines(bundles, view)],
        };
      }),
    );
};

const COLUMNS: readonly Column[] = [
  { title: 'at (UTC)' },
  { title: 'from' },
  { title: 'to' },
  { title: 'why', shrinks: true },
];

function transitionLines(transitions: readonly StateTransition[], { style, width }: View): string[] {
  const rows = transitions.map(({ at, from, to, reason }) => [toSecond(at), from, to, printable(reason)]);
  return formatTable({ columns: COLUMNS, rows }, style, width);
}

/** The bundles that failures have left, and what can be done with them. */
function evidenceLines(bundles: readonly string[], { style }: View): string[] {
  if (bundles.length === 0) return [];
  return [
    '',
    style('heading', 'Evidence of failures'),
    ...bundles.map((file) => `  ${printable(file)}`),
    '→ See whether one happens again: bourse replay <evidence> <statement file>',
  ];
}
