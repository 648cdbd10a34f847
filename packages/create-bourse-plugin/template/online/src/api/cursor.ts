import { ProblemError } from '@bourse/sdk';

/** The page that a cursor stands for; undefined for the first one. @throws ProblemError for a cursor of another list */
export function pageOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined || /^[1-9]\d{0,8}$/.test(cursor)) return cursor;
  throw strangeCursor();
}

export function strangeCursor(): ProblemError {
  return new ProblemError({
    code: 'INVALID_REQUEST',
    message: 'The cursor belongs to another list.',
    remedy: 'Begin the list again without a cursor.',
  });
}
