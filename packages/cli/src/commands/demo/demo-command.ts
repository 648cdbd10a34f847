import { Session } from '../../host/session.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { isStored } from '../import/imported-file.js';
import { demoLines } from './demo-lines.js';
import { makeDemoHome } from './demo-home.js';
import { runDemo } from './run-demo.js';

/** `bourse demo` */
export const addDemoCommand: AddCommand = (program, handle) => {
  program
    .command('demo')
    .summary('see it all at work, with demo statements')
    .description(
      'Read the demo statements of all plugins into a ledger of its own, in the folder for temporary files, and show the portfolio. Your own data is not touched.',
    )
    .addHelpText('after', examples({ 'bourse demo': 'nothing has to be set up for it' }))
    .action(
      handle(async (session) => {
        const environment = { ...session.environment, home: makeDemoHome(Date.now()) };
        const { terminal, logger, signal } = session;
        await using own = new Session({ environment, terminal, logger, signal });
        const demo = await runDemo(own);
        return {
          json: demo,
          isRefusal: !demo.imports.every(isStored),
          lines: (view) => demoLines(demo, environment.command, view),
        };
      }),
    );
};
