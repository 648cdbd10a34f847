import type { Answer } from './answer.js';
import { readEnvironment } from './environment.js';
import { EXIT_CODES } from './exit-codes.js';
import { toFailure } from './failure.js';
import type { HostProcess } from './host-process.js';
import { Session } from './host/session.js';
import type { Interruption } from './interruption.js';
import { Logger } from './output/logger.js';
import type { Terminal } from './output/terminal.js';
import { writeJson } from './output/write-json.js';
import { applyGlobalOptions, type GlobalOptions } from './program/global-options.js';
import { showProblem } from './show-problem.js';

/** What a command does once its words are understood. */
export type Action = (session: Session) => Promise<Answer> | Answer;

/** What an action is performed with. */
export interface Surroundings {
  readonly options: GlobalOptions;
  readonly host: HostProcess;
  readonly terminal: Terminal;
  readonly interruption: Interruption;
}

/** Performs an action, shows its answer or what stopped it, and closes all that it opened. @returns The exit code. */
export async function performAction(action: Action, surroundings: Surroundings): Promise<number> {
  const { options, host, terminal, interruption } = surroundings;
  const isJson = options.json === true;
  const environment = applyGlobalOptions(readEnvironment(host.env, host.cwd()), options);
  const logger = new Logger(terminal.errors, environment.logLevel, Date.now);
  await using session = new Session({ environment, terminal, logger, signal: interruption.signal });
  try {
    const answer = await action(session);
    terminal.progress.clear();
    if (answer.isShown !== true) await showAnswer(answer, isJson, terminal);
    return interruption.exitCode ?? (answer.isRefusal === true ? EXIT_CODES.refused : EXIT_CODES.ok);
  } catch (error) {
    terminal.progress.clear();
    if (interruption.exitCode !== undefined) {
      await terminal.writeErrorLines(['Stopped.']);
      return interruption.exitCode;
    }
    const problem = toFailure(error);
    await showProblem(problem, isJson, terminal);
    if (environment.isDebug && error instanceof Error) await terminal.writeErrorLines([error.stack ?? '']);
    return problem.code === 'USAGE' ? EXIT_CODES.usage : EXIT_CODES.refused;
  }
}

function showAnswer(answer: Answer, isJson: boolean, terminal: Terminal): Promise<void> {
  const { output, style, width } = terminal;
  return isJson ? writeJson(answer.json, output) : terminal.writeLines(answer.lines({ style, width }));
}
