import type { Command } from 'commander';
import type { Answer } from '../answer.js';
import type { Session } from '../host/session.js';

/** Makes a handler of the command line from what a command does with its words and options. */
export type Handle = <Words extends unknown[]>(
  action: (session: Session, ...words: Words) => Promise<Answer> | Answer,
) => (...words: Words) => Promise<void>;

/** Adds one command to the program. */
export type AddCommand = (program: Command, handle: Handle) => void;
