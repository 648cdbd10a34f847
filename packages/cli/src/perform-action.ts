import type { Answer } from './answer.js';
import { readEnvironment } from './environment.js';
import { EXIT_CODES } from './exit-codes.js';
import { toFailure } from './failure.js';
import { Session } from './host/session.js';
import type { Interruption } from './interruption.js';
import { jsonChunks } from './output/json-chunks.js';
import { Logger } from './output/logger.js';
import { problemLines } from './output/problem-lines.js';
import type { Terminal } from './output/terminal.js';
import { applyGlobalOptions, type GlobalOptions } from './program/global-options.js';

/** What a command does once its words are understood. */
export type Action = (session: Session) => Promise<Answer> | Answer;

/** What an action is performed with. */
export interface Surroundings {
  readonly options: GlobalOptions;
  readonly host: NodeJS.Process;
  readonly terminal: Terminal;
  readonly interruption: Interruption;
}

/** Performs an action, shows its answer or what stopped it, and closes all that it opened. @returns The exit code. */
export async function performAction(action: Action, surroundings: Surroundings): Promise<number> {
  const { options, host, terminal, interruption } = surroundings;
  const environment = applyGlobalOptions(readEnvironment(host.env, host.cwd()), options);
  const logger = new Logger(terminal.errors, environment.logLevel, Date.now);
  await using session = new Session({ environment, terminal, logger, signal: interruption.signal });
  try {
    const answer = await action(session);
    terminal.progress.clear();
    await showAnswer(answer, options.json === true, terminal);
    return interruption.exitCode ?? (answer.isRefusal === true ? EXIT_CODES.refused : EXIT_CODES.ok);
  } catch (error) {
    terminal.progress.clear();
    const isDebug = environment.isDebug;
    if (interruption.exitCode === undefined)
      await showFailure(error, { isJson: options.json === true, isDebug }, terminal);
    else await terminal.errors.writeLines(['Stopped. Nothing was left half done.']);
    return interruption.exitCode ?? EXIT_CODES.refused;
  }
}

function showAnswer(answer: Answer, isJson: boolean, { output, style, width }: Terminal): Promise<void> {
  return isJson ? writeJson(answer.json, output) : output.writeLines(answer.lines({ style, width }));
}

async function showFailure(
  error: unknown,
  { isJson, isDebug }: { isJson: boolean; isDebug: boolean },
  terminal: Terminal,
): Promise<void> {
  const problem = toFailure(error);
  if (isJson) await writeJson({ problems: [problem] }, terminal.output);
  else await terminal.errors.writeLines(problemLines(problem, 'failure', terminal.errorStyle));
  if (isDebug && error instanceof Error) await terminal.errors.writeLines([error.stack ?? '']);
}

async function writeJson(value: unknown, output: Terminal['output']): Promise<void> {
  await output.write(jsonChunks(value));
  await output.write(['\n']);
}
