import type { Environment } from '../../environment.js';
import { Session } from '../../host/session.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { resolvePath } from '../../arguments/resolve-path.js';
import { hasFailed } from '../connections/synced-connection.js';
import { isStored } from '../import/imported-file.js';
import { readEmulators } from './demo-emulators.js';
import { demoLines } from './demo-lines.js';
import { makeDemoHome } from './demo-home.js';
import { runDemo } from './run-demo.js';

interface Options {
  readonly emulators?: string;
}

/** `bourse demo` */
export const addDemoCommand: AddCommand = (program, handle) => {
  program
    .command('demo')
    .summary('see it all at work, with demo statements')
    .description(
      'Read the demo statements of all plugins into a ledger of its own, in the folder for temporary files, and show the portfolio. Your own data is not touched.',
    )
    .option(
      '--emulators <file>',
      'sync with what stands in for institutions on this machine, too: a JSON list of names, origins and credentials',
    )
    .addHelpText('after', examples({ 'bourse demo': 'nothing has to be set up for it' }))
    .action(
      handle(async ({ environment: given, terminal, logger, signal }, { emulators: file }: Options) => {
        const emulators = file === undefined ? [] : readEmulators(resolvePath(file, given.userFolder));
        const environment = toDemoEnvironment(given);
        await using own = new Session({ environment, terminal, logger, signal });
        const demo = await runDemo(own, emulators);
        return {
          json: demo,
          isRefusal: !demo.imports.every(isStored) || demo.syncs.some(hasFailed),
          lines: (view) => demoLines(demo, environment.command, view),
        };
      }),
    );
};

/** Nothing of a demo is among the user's own keys. */
function toDemoEnvironment({ passphrase: _, ...given }: Environment): Environment {
  return { ...given, home: makeDemoHome(Date.now()), usesKeychain: false, passphrase: undefined };
}
