import type { Finding } from '../build/finding.js';

/** Findings as lines for a terminal, the remedy below each. */
export function printFindings(findings: readonly Finding[]): string {
  return findings.map(printFinding).join('');
}

function printFinding({ severity, code, message, place, remedy }: Finding): string {
  const position = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  const where = position === '' ? '' : `${position}: `;
  return `${severity} ${code} ${where}${message}\n${remedy === undefined ? '' : `  ${remedy}\n`}`;
}
