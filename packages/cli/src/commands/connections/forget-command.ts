import { printable } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { confirm } from '../../output/confirm.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { findConnection } from './find-connection.js';

/** `bourse forget` */
export const addForgetCommand: AddCommand = (program, handle) => {
  program
    .command('forget')
    .summary('forget a connection with its credentials')
    .description(
      'Forget a connection: its credentials, sessions, and how far it was synced. What it brought stays in the ledger.',
    )
    .argument('<connection>', 'id of the connection')
    .option('--yes', 'do not ask')
    .addHelpText('after', examples({ 'bourse forget acme': 'asks once more, then forgets it' }))
    .action(
      handle(async ({ manager, terminal, signal }, id: string, { yes = false }: { yes?: boolean }) => {
        const connection = findConnection(manager, id);
        const question = `Forget ${id} (${printable(connection.name)}) and its credentials?`;
        if (!yes && !(await confirm(question, terminal, signal)))
          throw new ProblemError({
            code: 'INVALID_REQUEST',
            message: terminal.isInteractive
              ? `${id} was not forgotten.`
              : 'Nobody is there to be asked, so nothing was forgotten.',
            remedy: terminal.isInteractive ? 'It stays as it was.' : 'Add --yes.',
          });
        await manager.connections.remove(id);
        return {
          json: { forgotten: connection },
          lines: () => [`${id} is forgotten. What it brought stays in the ledger.`],
        };
      }),
    );
};
