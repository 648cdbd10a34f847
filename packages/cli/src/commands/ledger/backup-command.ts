import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { printable } from '@bourse/core';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';

/** `bourse backup` */
export const addBackupCommand: AddCommand = (program, handle) => {
  program
    .command('backup')
    .summary('write a whole copy of the ledger into a file')
    .description('Write a whole copy of the ledger into a file, also while others work with it.')
    .argument('<file>', 'where to; a former backup of that name is replaced')
    .addHelpText(
      'after',
      examples({
        'bourse backup ledger-2024.db': 'to go back to it, put it in place of ledger.db in the data folder',
      }),
    )
    .action(
      handle((session, path: string) => {
        const file = resolve(session.environment.userFolder, path);
        session.ledger.backup(file);
        const { size } = statSync(file);
        return { json: { file, bytes: size }, lines: () => [`Wrote ${printable(file)} (${size} bytes).`] };
      }),
    );
};
