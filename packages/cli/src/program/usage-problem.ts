import { toProblem, type Problem } from '@bourse/core/interfaces';
import type { CommanderError } from 'commander';

/**
 * What is wrong with the words of the command line.
 *
 * @returns Undefined where nothing is: help or version was asked for and shown, or help was shown because no command was given.
 */
export function usageProblem(error: CommanderError): Problem | undefined {
  if (error.exitCode === 0 || error.code === 'commander.help') return undefined;
  const [, message = error.message, hint] =
    /^(?:error: )?(.*?)\s*(?:\((Did you mean .*)\))?$/s.exec(error.message) ?? [];
  return toProblem({
    code: 'USAGE',
    message: sentence(message),
    ...(hint === undefined ? {} : { remedy: hint }),
  });
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return capital.endsWith('.') ? capital : `${capital}.`;
}
