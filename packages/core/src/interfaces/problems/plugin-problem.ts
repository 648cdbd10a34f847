import type { ProblemCode } from './problem-code.js';
import type { ProblemDraft } from './problem.js';

/** Codes with which a plugin may report: about its institution, about a file, about itself. The others are words of the host. */
const CODES_OF_PLUGINS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'AUTH_INVALID',
  'AUTH_SECOND_FACTOR_REQUIRED',
  'AUTH_CAPTCHA',
  'AUTH_LOCKED',
  'AUTH_EXPIRED',
  'PERMISSION_DENIED',
  'RATE_LIMITED',
  'MAINTENANCE',
  'NOT_FOUND',
  'INVALID_REQUEST',
  'INSUFFICIENT_FUNDS',
  'OUTCOME_UNKNOWN',
  'UNAVAILABLE',
  'MALFORMED_RESPONSE',
  'UNSUPPORTED_FORMAT',
  'AMBIGUOUS_FORMAT',
  'INPUT_TOO_LARGE',
  'INPUT_UNREADABLE',
  'ROW_MALFORMED',
  'ROWS_UNACCOUNTED',
  'IDENTITY_BROKEN',
  'AMBIGUOUS_TIME',
  'BALANCE_MISMATCH',
  'IDENTIFIER_INVALID',
  'POSSIBLE_DUPLICATE',
  'HISTORY_INCOMPLETE',
  'PLUGIN_FAILED',
  'PLUGIN_DEFINITION_INVALID',
  'SERVICE_NOT_OFFERED',
  'SETTINGS_INVALID',
  'SETTINGS_REFUSED',
]);

/**
 * A problem as a plugin may have reported it: under a code of the host, such as a ledger that cannot be opened, it is a
 * failure of the plugin, and what it advises is not passed on.
 */
export function toPluginProblem(draft: ProblemDraft): ProblemDraft {
  if (CODES_OF_PLUGINS.has(draft.code)) return draft;
  const { message, place } = draft;
  return { code: 'PLUGIN_FAILED', message, ...(place === undefined ? {} : { place }) };
}
