import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { printable } from '@bourse/core';
import { ProblemError } from '@bourse/core/interfaces';
import { describeUnreadable } from '../../host/describe-unreadable.js';
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
        expectReplaceable(file);
        session.ledger.backup(file);
        const { size } = statSync(file);
        return { json: { file, bytes: size }, lines: () => [`Wrote ${printable(file)} (${size} bytes).`] };
      }),
    );
};

/** What a database of SQLite begins with. */
const MAGIC = Buffer.from('SQLite format 3\0');

/** Keeps a statement or another file from being replaced by a backup. @throws ProblemError INVALID_REQUEST */
function expectReplaceable(file: string): void {
  const refuse = (message: string, remedy: string): never => {
    throw new ProblemError({ code: 'INVALID_REQUEST', message, remedy, place: { file } });
  };
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) {
    const folder = statSync(dirname(file), { throwIfNoEntry: false });
    if (folder?.isDirectory() !== true)
      refuse('There is no such folder.', 'Name a file in a folder that is there.');
  } else if (found.isDirectory()) refuse('This is a folder.', 'Name a file in it.');
  else if (!isDatabase(file)) refuse('There is a file of this name that is no backup.', 'Name another file.');
}

function isDatabase(file: string): boolean {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const head = Buffer.alloc(MAGIC.length);
    readSync(descriptor, head, 0, head.length, 0);
    return head.equals(MAGIC);
  } catch (error) {
    throw describeUnreadable(error, file);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
