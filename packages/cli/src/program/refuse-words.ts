import type { Command } from 'commander';
import { findClosest } from '../arguments/closest.js';

/** Ends with the usage error for a word that is no command, and the one that was probably meant. */
export function refuseWords(parent: Command, word: string): never {
  const closest = findClosest(
    word,
    parent.commands.map((command) => command.name()),
  );
  const hint = closest === undefined ? '' : ` (Did you mean ${closest}?)`;
  parent.error(`error: unknown command '${word}'${hint}`, { code: 'commander.unknownCommand' });
}
