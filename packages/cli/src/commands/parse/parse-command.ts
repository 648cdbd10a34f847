import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { parseFile } from './parse-file.js';
import { isRead, type ParsedFile } from './parsed-file.js';
import { statementLines } from './statement-lines.js';

/** `bourse parse` */
export const addParseCommand: AddCommand = (program, handle) => {
  program
    .command('parse')
    .summary('look at statement files; nothing is stored')
    .description('Read statement files and show what they say in canonical form. Nothing is stored.')
    .argument('<file...>', 'statement files, as the institution exports them')
    .option('--plugin <id>', 'the plugin to read them with, where more than one could')
    .addHelpText(
      'after',
      examples({
        'bourse parse account.csv': 'counts, totals, positions and what looks wrong',
        'bourse parse --json 2024/*.csv':
          'every record of every file: [{ file, plugin, format, transactions, … }]',
      }),
    )
    .action(
      handle(async (session, files: readonly string[], { plugin }: { plugin?: string }) => {
        const parsed: ParsedFile[] = [];
        for (const file of files) parsed.push(await parseFile(session, file, plugin));
        return {
          json: parsed,
          isRefusal: !parsed.every(isRead),
          lines: (view) => parsed.flatMap((file) => [...statementLines(file, view), '']).slice(0, -1),
        };
      }),
    );
};
