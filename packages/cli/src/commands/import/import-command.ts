import { ProblemError } from '@bourse/core/interfaces';
import { Option } from 'commander';
import { parseCount } from '../../arguments/parse-count.js';
import type { Answer } from '../../answer.js';
import type { Session } from '../../host/session.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { addAccountProblems } from './account-problems.js';
import { importFile, type ImportOptions } from './import-file.js';
import { importLines } from './import-lines.js';
import { isStored, type ImportedFile } from './imported-file.js';
import { listImports } from './list-imports.js';
import { pullRecords } from './pull-records.js';
import { undoImport } from './undo-import.js';

interface Options extends ImportOptions {
  readonly undo?: number;
  readonly list?: boolean;
}

/** Options of reading, which mean nothing to the list of imports. */
const READING = ['account', 'plugin', 'simulated'];

/** `bourse import` */
export const addImportCommand: AddCommand = (program, handle) => {
  program
    .command('import')
    .summary('take statement files into the ledger')
    .description(
      'Take statement files into the ledger. Files may overlap and be imported again: nothing is counted twice.',
    )
    .argument('[file...]', 'statement files, as the institution exports them')
    .option('--account <name>', 'the account, for files that name none; the choice is remembered')
    .option('--plugin <id>', 'the plugin to read with; without a file, everything that it reports by itself')
    .option(
      '--simulated',
      'the records are made up: keep them apart, where development connections keep theirs',
    )
    .addOption(new Option('--list', 'list the imports so far').conflicts(READING))
    .addOption(
      new Option('--undo <id>', 'take an import back, as if it had not happened')
        .argParser(parseCount)
        .conflicts(['list', ...READING]),
    )
    .addHelpText(
      'after',
      examples({
        'bourse import account.csv history.csv': 'read and store; the report says what was new',
        'bourse import account.csv --account savings': 'a file without an account number',
        'bourse import --plugin acme': 'a plugin that needs no file',
        'bourse import --undo 3': 'take import 3 back; its number is in --list',
      }),
    )
    .action((files: readonly string[], options: Options) => {
      const { list = false, undo } = options;
      return handle((session) => {
        if (files.length > 0 && (list || undo !== undefined)) throw takesNoFile(list ? '--list' : '--undo');
        if (list) return listImports(session);
        return undo === undefined ? importAll(session, files, options) : undoImport(session, undo);
      })();
    });
};

function takesNoFile(option: string): ProblemError {
  return new ProblemError({
    code: 'USAGE',
    message: `${option} takes no file; nothing was done.`,
    remedy: 'Type one command for each.',
  });
}

async function importAll(session: Session, files: readonly string[], options: Options): Promise<Answer> {
  if (files.length === 0 && options.plugin === undefined) {
    throw new ProblemError({
      code: 'USAGE',
      message: 'No file was named.',
      remedy: 'Name one, or a plugin that needs none: bourse import --help',
    });
  }
  const imported: ImportedFile[] = [];
  for (const file of files) imported.push(await importFile(session, file, options));
  if (files.length === 0 && options.plugin !== undefined)
    imported.push(await pullRecords(session, options.plugin, options));
  const complete = addAccountProblems(session.ledger, imported);
  return {
    json: complete,
    isRefusal: !complete.every(isStored),
    lines: (view) => [...importLines(complete, view), ...nextSteps(complete)],
  };
}

function nextSteps(files: readonly ImportedFile[]): string[] {
  return files.some(isStored) ? ['', '→ See what you own: bourse portfolio'] : [];
}
