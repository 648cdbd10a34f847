import type { Command } from 'commander';
import { examples } from '../program/examples.js';
import { refuseWords } from '../program/refuse-words.js';

/** `bourse help`, which also explains the commands below a command. */
export function addHelpCommand(program: Command): void {
  program
    .helpCommand(false)
    .command('help')
    .summary('explain a command')
    .description('Explain a command, also one below another.')
    .argument('[command...]', 'the words of the command')
    .addHelpText(
      'after',
      examples({ 'bourse help plugins approve': 'the same as: bourse plugins approve --help' }),
    )
    .action((words: readonly string[]) => findCommand(program, words).outputHelp());
}

function findCommand(program: Command, words: readonly string[]): Command {
  return words.reduce(
    (parent, word) => parent.commands.find((command) => command.name() === word) ?? refuseWords(parent, word),
    program,
  );
}
