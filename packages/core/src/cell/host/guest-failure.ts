import { ProblemError } from '../../interfaces/problems/problem-error.js';
import { toPluginProblem } from '../../interfaces/problems/plugin-problem.js';
import { ProblemDraftSchema, type Problem, type ProblemDraft } from '../../interfaces/problems/problem.js';
import { toProblem } from '../../interfaces/problems/to-problem.js';
import type { GuestFailure } from '../channel/messages.js';

/**
 * Makes an error of what a plugin reports as its failure. The stack in its script is the `cause`, for logs only.
 *
 * A plugin speaks of the host, but not for it: what it failed with because the host told it so goes on in the words of
 * the host.
 *
 * @param told What the host told the plugin under a code.
 */
export function toProblemError(
  failure: GuestFailure,
  told: (code: unknown) => Problem | undefined = () => undefined,
): ProblemError {
  const { problem, stack } = failure;
  const draft = ProblemDraftSchema.safeParse(problem);
  const known = draft.success ? readDraft(draft.data, told) : UNKNOWN;
  return new ProblemError(toProblem(known), stack === undefined ? undefined : { cause: stack });
}

const UNKNOWN: ProblemDraft = {
  code: 'PLUGIN_FAILED',
  message: 'the plugin failed and did not say how',
};

function readDraft(draft: ProblemDraft, told: (code: unknown) => Problem | undefined): ProblemDraft {
  const own = toPluginProblem(draft);
  return own.code === draft.code ? own : (told(draft.code) ?? own);
}
