import { existsSync, realpathSync } from 'node:fs';
import { ProblemError } from '@bourse/core/interfaces';
import type { Command } from 'commander';
import { resolvePath } from '../../../arguments/resolve-path.js';
import type { AddCommand } from '../../../program/command-kit.js';
import { examples } from '../../../program/examples.js';
import { develop } from './develop.js';

/** `bourse plugins dev` */
export const addDevCommand: AddCommand = (plugins, handle) => {
  plugins
    .command('dev')
    .summary('build, check and serve a plugin anew whenever its sources change')
    .description(
      'Build, check and serve a plugin anew whenever its sources change. Whatever fails leaves what serves. ' +
        'It asks once for what the plugin may do, and again when it asks for more; at the end all is as it was before.',
    )
    .argument('<folder>', 'folder of the plugin, with its plugin.json and src')
    .option('--yes', 'allow what the plugin asks for at the beginning; more than that is asked for')
    .option('--run <words>', 'a command of bourse to run after each change, such as "parse account.csv"')
    .option('--keep', 'let the last build stay approved at the end')
    .addHelpText(
      'after',
      examples({
        'bourse plugins dev .': 'edit, save, and the next call goes to the new code',
        'bourse plugins dev . --run "parse fixtures/account.csv"': 'see what each edit makes of a file',
      }),
    )
    .action(
      handle(
        (
          session,
          path: string,
          options: { yes?: boolean; run?: string; keep?: boolean },
          command: Command,
        ) => {
          const folder = resolvePath(path, session.environment.userFolder);
          return develop(session, {
            folder: expectFolder(folder),
            yes: options.yes === true,
            keeps: options.keep === true,
            run: options.run,
            isJson: command.optsWithGlobals<{ json?: boolean }>().json === true,
          });
        },
      ),
    );
};

function expectFolder(folder: string): string {
  if (existsSync(folder)) return realpathSync(folder);
  throw new ProblemError({
    code: 'NOT_FOUND',
    message: 'There is no such folder.',
    remedy: 'Name the folder of the plugin, where its plugin.json is.',
    place: { file: folder },
  });
}
