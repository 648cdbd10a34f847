import type { Finding } from '@bourse/core';
import type { Shortcoming } from '../quality-rule.js';

/** Findings that stand in the way of something, as shortcomings. */
export function shortcomingsOf(findings: readonly Finding[]): Shortcoming[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, place, remedy }) => ({
      place:
        [place.file, place.line, place.column].filter((part) => part !== undefined).join(':') || 'plugin',
      message: `${code}: ${message}`,
      remedy,
    }));
}
