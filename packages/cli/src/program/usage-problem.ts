import { toProblem, type Problem } from '@bourse/core/interfaces';
import type { Command, CommanderError } from 'commander';
import { sentence } from '../output/sentence.js';

/**
 * What is wrong with the words of the command line.
 *
 * @param program What the words were given to.
 * @returns Undefined where nothing is: help or version was asked for and shown, or help was shown because no command was given.
 */
export function usageProblem(
  error: CommanderError,
  program: Command,
  words: readonly string[],
): Problem | undefined {
  if (error.exitCode === 0 || error.code === 'commander.help') return undefined;
  const [, message = error.message, hint] =
    /^(?:error: )?(.*?)\s*(?:\((Did you mean .*)\))?$/s.exec(error.message) ?? [];
  return toProblem({
    code: 'USAGE',
    message: sentence(message),
    remedy: hint ?? `See "${commandOf(program, words)} --help".`,
  });
}

/** The command that was meant, as far as its words are known; `help` is about the one behind it. */
function commandOf(program: Command, words: readonly string[]): string {
  const meant = words
    .filter((word) => word !== 'help')
    .reduce(
      (command, word) => command.commands.find((candidate) => candidate.name() === word) ?? command,
      program,
    );
  const names: string[] = [];
  for (let command: Command | null = meant; command !== null; command = command.parent)
    names.unshift(command.name());
  return names.join(' ');
}
