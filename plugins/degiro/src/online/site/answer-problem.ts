import { ProblemError } from '@bourse/sdk';
import { malformed } from '../json/parse-json.js';

/** The most characters of a page's own words in a message. */
const NOTICE_MAX = 200;
/** Who was turned away by the delivery network is not to come back at once. */
const BLOCKED_MILLISECONDS = 15 * 60_000;
const MAINTENANCE = /id="?under-const-content"?[^>]*>([\s\S]*?)<\/div>/i;

/** What an answer of the site says that is no answer to what was asked; undefined where it is one. */
export function findAnswerProblem(status: number, body: string): ProblemError | undefined {
  const isPage = /^\s*</.test(body);
  const notice = MAINTENANCE.exec(body)?.[1];
  if (status === 405 || notice !== undefined) return maintenance(notice ?? '');
  if (status === 429) return rateLimited();
  if (isPage && /blocked/i.test(body)) return rateLimited(Date.now() + BLOCKED_MILLISECONDS);
  if (status === 401) return expired();
  if (status >= 500) return unavailable(status);
  if (isPage) return malformed(`DEGIRO answered with a page in place of data (status ${status}).`);
  return undefined;
}

function maintenance(notice: string): ProblemError {
  const words = notice
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, NOTICE_MAX);
  return new ProblemError({
    code: 'MAINTENANCE',
    message:
      words === '' ? 'DEGIRO is closed for maintenance.' : `DEGIRO is closed for maintenance: ${words}`,
    remedy: 'Try again later; nothing is lost.',
  });
}

function rateLimited(until?: number): ProblemError {
  return new ProblemError({
    code: 'RATE_LIMITED',
    message: 'DEGIRO turned the request away: too many requests, or it does not take this client.',
    remedy: 'Wait a while and try again. If it stays so, log in once in a browser.',
    ...(until === undefined ? {} : { retryAt: new Date(until).toISOString() }),
  });
}

/** The session is over, or there never was one. */
function expired(): ProblemError {
  return new ProblemError({
    code: 'AUTH_EXPIRED',
    message: 'The session at DEGIRO has ended.',
    remedy: 'Log in again.',
  });
}

function unavailable(status: number): ProblemError {
  return new ProblemError({ code: 'UNAVAILABLE', message: `DEGIRO did not answer (status ${status}).` });
}
