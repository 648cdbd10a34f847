import { warning, type Finding } from './finding.js';

/** Findings about one manifest; what is beyond them rarely helps. */
const MAX_FINDINGS = 20;

/** Keeps the first findings, errors before all others, and says how many there were more. */
export function limitFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_FINDINGS) return findings;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  const more = warning('MANIFEST_INVALID', `There are ${findings.length - MAX_FINDINGS} more findings.`);
  return [...[...errors, ...others].slice(0, MAX_FINDINGS), more];
}
