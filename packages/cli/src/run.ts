import { CommanderError } from 'commander';
import { EXIT_CODES } from './exit-codes.js';
import { toFailure } from './failure.js';
import type { HostProcess } from './host-process.js';
import { Interruption } from './interruption.js';
import { Terminal } from './output/terminal.js';
import { performAction } from './perform-action.js';
import { createProgram } from './program/create-program.js';
import type { GlobalOptions } from './program/global-options.js';
import { usageProblem } from './program/usage-problem.js';
import { showProblem } from './show-problem.js';

/**
 * Runs the command line `bourse` once.
 *
 * @param words The words behind `bourse`.
 * @returns The code to end with, as in {@link EXIT_CODES}; 128 and more when a signal stopped it.
 */
export async function run(words: readonly string[], host: HostProcess): Promise<number> {
  const terminal = new Terminal(host);
  const interruption = new Interruption();
  const stopListening = interruption.listen(host);
  let exitCode: number = EXIT_CODES.ok;
  const program = createProgram(terminal, async (action) => {
    exitCode = await performAction(action, {
      options: program.opts<GlobalOptions>(),
      host,
      terminal,
      interruption,
    });
  });
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    const problem = error instanceof CommanderError ? usageProblem(error, program, words) : toFailure(error);
    if (problem !== undefined) await showProblem(problem, words.includes('--json'), terminal);
    exitCode = exitCodeOf(error);
  } finally {
    stopListening();
  }
  return terminal.output.failure === undefined ? exitCode : reportLostOutput(terminal);
}

/** The code to end with where there was nothing to perform: help was wanted, or the words are wrong, or we are. */
function exitCodeOf(error: unknown): number {
  if (!(error instanceof CommanderError)) return EXIT_CODES.refused;
  return error.exitCode === 0 ? EXIT_CODES.ok : EXIT_CODES.usage;
}

async function reportLostOutput(terminal: Terminal): Promise<number> {
  await terminal.writeErrorLines([
    `The answer could not be written: ${terminal.output.failure?.message ?? ''}`,
  ]);
  return EXIT_CODES.refused;
}
