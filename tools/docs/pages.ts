import { PROBLEM_CODES } from '@bourse/core/interfaces';
import { renderErrors } from './render-errors.ts';

/** The generated pages by their paths below docs/. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'errors.md': () => renderErrors(PROBLEM_CODES),
};
