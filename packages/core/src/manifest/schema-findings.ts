import type { z } from 'zod';
import { error, type Finding } from './finding.js';
import { joinPath, toPath } from './json-path.js';

/** Says what a schema found, in our codes. */
export function toFindings(issues: readonly z.core.$ZodIssue[]): Finding[] {
  return issues.flatMap(toFinding);
}

function toFinding(issue: z.core.$ZodIssue): Finding[] {
  const inSettings = issue.path[0] === 'settings';
  if (issue.code === 'unrecognized_keys') {
    const code = inSettings ? 'SETTINGS_SCHEMA_INVALID' : 'MANIFEST_FIELD_UNKNOWN';
    return issue.keys.map((key) => {
      const path = joinPath(toPath(issue.path), key);
      return error(code, `The contract knows no field "${path}".`, { path });
    });
  }
  const path = toPath(issue.path);
  const said = issue.message.replace(/^Invalid input: /, '');
  return [
    error(inSettings ? 'SETTINGS_SCHEMA_INVALID' : 'MANIFEST_INVALID', `"${path}": ${said}.`, { path }),
  ];
}
