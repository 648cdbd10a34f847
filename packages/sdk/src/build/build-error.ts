import type { Finding } from './finding.js';

/** Why a plugin was not built. */
export class BuildError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map(({ message }) => message).join('\n'));
    this.name = 'BuildError';
    this.findings = findings;
  }
}
