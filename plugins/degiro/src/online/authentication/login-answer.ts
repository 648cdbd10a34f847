import { ProblemError } from '@bourse/sdk';
import { Fields } from '../json/fields.js';
import { malformed, parseJson } from '../json/parse-json.js';
import { findAnswerProblem } from '../site/answer-problem.js';
import type { SiteAnswer } from '../site/request.js';

/** What an answer to a login means. `NOT_APPROVED` and bad credentials look the same. */
export type LoginAnswer =
  | { readonly outcome: 'LOGGED_IN' | 'CODE_NEEDED' | 'APPROVAL_NEEDED' }
  | { readonly outcome: 'REFUSED'; readonly failures: number | undefined };

/**
 * Reads an answer to a login. Its status decides, whatever the status of HTTP is: 202 is no success, and a code is asked
 * for with an error as well as without.
 *
 * @throws ProblemError for a locked account, a captcha, maintenance, or what is no answer to a login
 */
export function readLoginAnswer({ status, text }: SiteAnswer): LoginAnswer {
  if (!/^\s*\{/.test(text))
    throw findAnswerProblem(status, text) ?? malformed('The login was answered otherwise than ever.');
  const answer = new Fields(parseJson(text));
  if (answer.isTrue('captchaRequired')) throw captcha();
  switch (answer.optionalText('status')) {
    case '0':
      return { outcome: 'LOGGED_IN' };
    case '3':
      return { outcome: 'REFUSED', failures: failuresOf(answer) };
    case '4':
      throw locked();
    case '6':
      return { outcome: 'CODE_NEEDED' };
    case '12':
      return { outcome: 'APPROVAL_NEEDED' };
    default:
      throw (
        findAnswerProblem(status, text) ?? malformed('The login has a status that is not known.', '/status')
      );
  }
}

/** The credentials are wrong. They are not tried again: the site locks the account after a few times. */
export function refused(what: string, failures: number | undefined): ProblemError {
  const times =
    failures === undefined
      ? ''
      : ` It counts ${failures} wrong ${failures === 1 ? 'login' : 'logins'} by now.`;
  return new ProblemError({
    code: 'AUTH_INVALID',
    message: `DEGIRO refused ${what}.${times}`,
    remedy:
      'Give the credentials anew. DEGIRO locks the account after a few wrong logins, so try them in a browser first.',
  });
}

function failuresOf(answer: Fields): number | undefined {
  const failures = answer.optionalDecimal('loginFailures');
  return failures === undefined ? undefined : Number(failures);
}

function captcha(): ProblemError {
  return new ProblemError({
    code: 'AUTH_CAPTCHA',
    message: 'DEGIRO asks for a captcha, which only a person can solve.',
    remedy: 'Log in once at DEGIRO in a browser, then try again.',
  });
}

function locked(): ProblemError {
  return new ProblemError({
    code: 'AUTH_LOCKED',
    message: 'DEGIRO has locked the account.',
    remedy: 'Unlock it at DEGIRO, usually with "Forgot password".',
  });
}
