import { ProblemError } from '../../interfaces/problems/problem-error.js';
import { toPluginProblem } from '../../interfaces/problems/plugin-problem.js';
import { ProblemDraftSchema } from '../../interfaces/problems/problem.js';
import { toProblem } from '../../interfaces/problems/to-problem.js';
import type { GuestFailure } from '../channel/messages.js';

/** Makes an error of what a plugin reports as its failure. The stack in its script is the `cause`, for logs only. */
export function toProblemError(failure: GuestFailure): ProblemError {
  const { problem, stack } = failure;
  const draft = ProblemDraftSchema.safeParse(problem);
  const known = draft.success
    ? toPluginProblem(draft.data)
    : { code: 'PLUGIN_FAILED' as const, message: 'the plugin failed and did not say how' };
  return new ProblemError(toProblem(known), stack === undefined ? undefined : { cause: stack });
}
