import { parseCount } from '../../arguments/parse-count.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findPlugin } from '../../host/find-plugin.js';
import { logText } from './log-text.js';

/** `bourse plugins logs` */
export const addLogsCommand: AddCommand = (plugins, handle) => {
  plugins
    .command('logs')
    .summary('what a plugin wrote to its log, oldest first')
    .description(
      'What a plugin wrote to its log over all runs, oldest first. With --verbose every command shows such lines as they come.',
    )
    .argument('<id>', 'id of the plugin')
    .option('--limit <count>', 'show the last so many lines', parseCount, 100)
    .addHelpText('after', examples({ 'bourse plugins logs acme --limit 20': 'the last twenty lines' }))
    .action(
      handle((session, id: string, { limit }: { limit: number }) => {
        findPlugin(session.manager, id);
        const lines = session.manager.logsOf(id).slice(-limit);
        return {
          json: lines,
          lines: ({ style }) =>
            lines.length === 0
              ? [`${id} has written nothing yet.`]
              : lines.map((line) => logText(line, style)),
        };
      }),
    );
};
