import type { Problem } from '@bourse/core/interfaces';
import { problemLines } from './output/problem-lines.js';
import type { Terminal } from './output/terminal.js';
import { writeJson } from './output/write-json.js';

/** Tells what stopped a command: programs on standard output, people on standard error. */
export async function showProblem(problem: Problem, isJson: boolean, terminal: Terminal): Promise<void> {
  if (isJson) await writeJson({ problems: [problem] }, terminal.output);
  else await terminal.writeErrorLines(problemLines(problem, 'failure', terminal.errorStyle));
}
