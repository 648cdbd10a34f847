import { ProblemError, toProblem, type Problem, type ProblemCode } from '@bourse/core/interfaces';

/** What keeps every other list of the connection from being read as well. */
const OF_CONNECTION: ReadonlySet<ProblemCode> = new Set([
  'AUTH_INVALID',
  'AUTH_SECOND_FACTOR_REQUIRED',
  'AUTH_CAPTCHA',
  'AUTH_LOCKED',
  'AUTH_EXPIRED',
  'RATE_LIMITED',
  'MAINTENANCE',
  'UNAVAILABLE',
  'CERTIFICATE_INVALID',
  'CREDENTIAL_MISSING',
  'CREDENTIAL_INVALID',
  'VAULT_LOCKED',
  'VAULT_DAMAGED',
  'PLUGIN_NOT_APPROVED',
  'PLUGIN_DISABLED',
  'PLUGIN_QUARANTINED',
  'CONNECTION_UNKNOWN',
  'CONNECTION_BUSY',
  'CALL_CANCELED',
  'HOST_DATABASE_UNAVAILABLE',
  'LEDGER_UNAVAILABLE',
  'AUDIT_UNAVAILABLE',
]);

/** Tells whether a problem of one list is one of all. */
export function isOfConnection({ code }: Problem): boolean {
  return OF_CONNECTION.has(code);
}

/** What went wrong, as a problem. A defect of ours in one connection must not stop the others either. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return toProblem(error);
  return toProblem({
    code: 'INTERNAL_ERROR',
    message: error instanceof Error ? error.message : String(error),
  });
}
