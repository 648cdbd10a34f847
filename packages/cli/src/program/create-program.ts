import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { collect } from '../arguments/collect.js';
import type { Terminal } from '../output/terminal.js';
import type { Action } from '../perform-action.js';
import { addHelpCommand } from '../commands/help-command.js';
import { COMMANDS } from './commands.js';
import type { Handle } from './command-kit.js';
import { examples } from './examples.js';

/** The command line `bourse` with all its commands. @param perform Does what was asked for. */
export function createProgram(terminal: Terminal, perform: (action: Action) => Promise<void>): Command {
  const program = new Command('bourse')
    .description(
      'Many brokers, one portfolio: each broker is a plugin that runs confined in its own process.',
    )
    .version(readVersion(), '--version', 'print the version')
    .helpOption('-h, --help', 'explain the command')
    .option('--json', 'answer with JSON alone on standard output')
    .option('--plugins <folder>', 'look for plugins in that folder too (may be repeated)', collect)
    .option(
      '--verbose',
      'write log lines, those of plugins too, as JSON to standard error (BOURSE_LOG=debug writes more)',
    )
    .option(
      '--profile <plugin>',
      'have the cells of a plugin leave CPU profiles in the folder that you are in',
    )
    .exitOverride()
    .addHelpText('after', GUIDE);
  configureOutput(program, terminal);
  const handle: Handle =
    (action) =>
    (...words) =>
      perform((session) => action(session, ...words));
  for (const addCommand of COMMANDS) addCommand(program, handle);
  addHelpCommand(program);
  return program;
}

const GUIDE = `${examples({
  'bourse plugins': 'what is installed, and which files it reads',
  'bourse parse account.csv': 'look at a statement; nothing is stored',
  'bourse import account.csv': 'take it into the ledger; again and again does no harm',
  'bourse connect acme': 'or let a plugin ask the institution itself; then: bourse sync',
  'bourse portfolio --base EUR': 'what you own, what it cost and what it is worth',
})}

Environment:
  BOURSE_HOME     the data folder (default: ~/.bourse)
  BOURSE_PLUGINS  folders to look for plugins in
  BOURSE_LOG      debug, info, warn or error: write log lines to standard error
  BOURSE_CREDENTIALS, BOURSE_PASSPHRASE
                  credentials as JSON and the passphrase that protects them, for scripts
  BOURSE_KEYCHAIN off: keep no key in the keychain of the system

Exit codes: 0 ok, 1 an input was refused or something went wrong, 2 wrong usage.`;

function configureOutput(program: Command, { output, errors, style, width }: Terminal): void {
  program.configureOutput({
    writeOut: (text) => void output.write([text]),
    writeErr: (text) => void errors.write([text]),
    // The one who runs the program shows what is wrong, for people or for programs.
    outputError: () => undefined,
    getOutHelpWidth: () => width ?? 100,
    getErrHelpWidth: () => width ?? 100,
    getOutHasColors: () => true,
  });
  program.configureHelp({ showGlobalOptions: true, styleTitle: (title) => style('heading', title) });
}

function readVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return content instanceof Object && 'version' in content ? String(content.version) : 'unknown';
}
