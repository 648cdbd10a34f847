import { ProblemError } from '../../interfaces/problems/problem-error.js';
import type { Problem } from '../../interfaces/problems/problem.js';
import { toProblem } from '../../interfaces/problems/to-problem.js';

/** What a plugin is told of a failure of the host. What is no problem is a defect of ours and none of its business. */
export function toHostProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return toProblem(error);
  process.emitWarning(String(error));
  return toProblem({ code: 'INTERNAL_ERROR', message: 'The host could not do what the plugin asked for.' });
}
