import { PROBLEM_CODES } from './problem-code.js';
import type { ProblemError } from './problem-error.js';
import type { Problem, ProblemDraft } from './problem.js';

/** Completes a problem with what the registry says about its code. */
export function toProblem(draft: ProblemDraft | ProblemError): Problem {
  const entry = PROBLEM_CODES[draft.code];
  const remedy = draft.remedy ?? entry.remedy;
  return {
    code: draft.code,
    message: draft.message,
    ...(remedy === undefined ? {} : { remedy }),
    retry: draft.retry ?? entry.retry,
    ...(draft.retryAt === undefined ? {} : { retryAt: draft.retryAt }),
    ...(draft.place === undefined ? {} : { place: draft.place }),
  };
}
