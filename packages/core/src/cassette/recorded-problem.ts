import { ProblemError, toProblem, type Problem } from '../interfaces/index.js';

/** What a plugin was told of a failure. */
export function recordedProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return toProblem(error);
  return toProblem({ code: 'INTERNAL_ERROR', message: 'The host could not do what the plugin asked for.' });
}
