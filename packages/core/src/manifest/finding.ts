import { PROBLEM_CODES, type ProblemCode } from '../interfaces/problems/problem-code.js';
import { printable } from '../text/printable.js';

/** Where a finding is. */
export interface FindingPlace {
  readonly file?: string;
  /** Path inside a JSON document, for example `statements[0].format`. */
  readonly path?: string;
  /** The first line and the first column are 1. */
  readonly line?: number;
  readonly column?: number;
}

/** `error` keeps a plugin from running; `warning` and `info` are shown. */
export type FindingSeverity = 'error' | 'warning' | 'info';

/** Something found in a plugin before it runs. Its texts are safe for a terminal. */
export interface Finding {
  readonly code: ProblemCode;
  readonly severity: FindingSeverity;
  readonly message: string;
  readonly place: FindingPlace;
  readonly remedy?: string;
}

/** Makes a finding that keeps the plugin from running; the registry gives a remedy that is left out. */
export function error(
  code: ProblemCode,
  message: string,
  place: FindingPlace = {},
  remedy?: string,
): Finding {
  return finding('error', code, { message, place, remedy });
}

/** Makes a finding that is shown and keeps nothing from running. */
export function warning(
  code: ProblemCode,
  message: string,
  place: FindingPlace = {},
  remedy?: string,
): Finding {
  return finding('warning', code, { message, place, remedy });
}

/** Tells whether nothing found keeps the plugin from running. */
export function isAcceptable(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}

function finding(
  severity: FindingSeverity,
  code: ProblemCode,
  { message, place, remedy }: { message: string; place: FindingPlace; remedy: string | undefined },
): Finding {
  const wayOut = remedy ?? PROBLEM_CODES[code].remedy;
  return {
    code,
    severity,
    message: printable(message),
    place: printablePlace(place),
    ...(wayOut === undefined ? {} : { remedy: printable(wayOut) }),
  };
}

function printablePlace(place: FindingPlace): FindingPlace {
  return {
    ...place,
    ...(place.file === undefined ? {} : { file: printable(place.file) }),
    ...(place.path === undefined ? {} : { path: printable(place.path) }),
  };
}
