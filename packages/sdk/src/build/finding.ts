import type { Finding, FindingPlace } from '@bourse/core';
import { PROBLEM_CODES, type ProblemCode } from '@bourse/core/interfaces';

export type { Finding };

/** Makes a finding that stands in the way; the registry gives a remedy that is left out. */
export function finding(code: ProblemCode, message: string, place: FindingPlace, remedy?: string): Finding {
  const entry: { readonly remedy?: string } = PROBLEM_CODES[code];
  const wayOut = remedy ?? entry.remedy;
  return { code, severity: 'error', message, place, ...(wayOut === undefined ? {} : { remedy: wayOut }) };
}
