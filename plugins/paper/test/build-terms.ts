import { toAccountTerms, type AccountTerms } from '../src/account-terms.js';
import { settings, type PaperSettings } from '../src/settings.js';

/** The terms of an account with the default settings, but for what the test says. */
export function buildTerms(differing: Partial<PaperSettings> = {}): AccountTerms {
  return toAccountTerms(settings.parse(differing));
}
