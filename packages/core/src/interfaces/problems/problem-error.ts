import type { ProblemCode } from './problem-code.js';
import type { ProblemDraft, ProblemPlace } from './problem.js';
import type { Retry } from './retry.js';

/**
 * An error that carries a problem. Across copies of this package compare `code`, never `instanceof`.
 *
 * @example throw new ProblemError({ code: 'UNSUPPORTED_FORMAT', message: 'This is the order export.', remedy: 'Export the account statement instead.' });
 */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly remedy: string | undefined;
  readonly retry: Retry | undefined;
  readonly retryAt: string | undefined;
  readonly place: ProblemPlace | undefined;

  constructor(problem: ProblemDraft, options?: { cause?: unknown }) {
    super(problem.message, options);
    this.name = 'ProblemError';
    this.code = problem.code;
    this.remedy = problem.remedy;
    this.retry = problem.retry;
    this.retryAt = problem.retryAt;
    this.place = problem.place;
  }
}
