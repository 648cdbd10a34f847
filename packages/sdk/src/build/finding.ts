import { PROBLEM_CODES, type ProblemCode } from '@bourse/core/interfaces';

/** Where a finding is. */
export interface FindingPlace {
  readonly file?: string;
  /** Path inside a JSON document, for example `statements[0].format`. */
  readonly path?: string;
  /** The first line and the first column are 1. */
  readonly line?: number;
  readonly column?: number;
}

/** Something that keeps a plugin from being built. */
export interface Finding {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly place: FindingPlace;
  readonly remedy?: string;
}

/** Makes a finding; the registry gives a remedy that is left out. */
export function finding(code: ProblemCode, message: string, place: FindingPlace, remedy?: string): Finding {
  const entry: { readonly remedy?: string } = PROBLEM_CODES[code];
  const wayOut = remedy ?? entry.remedy;
  return { code, severity: 'error', message, place, ...(wayOut === undefined ? {} : { remedy: wayOut }) };
}
