import { expect, test } from '@jest/globals';
import { error, warning } from './finding.js';
import { limitFindings } from './limit-findings.js';

test('twenty findings are kept as they are', () => {
  const findings = Array.from({ length: 20 }, (_, index) => warning('MANIFEST_INVALID', `${index}`));
  expect(limitFindings(findings)).toBe(findings);
});

test('of more the errors are kept first, wherever they stand', () => {
  const warnings = Array.from({ length: 1_000 }, (_, index) => warning('MANIFEST_INVALID', `${index}`));
  const limited = limitFindings([...warnings, error('PLUGIN_NOT_RUNNABLE', 'no')]);
  expect(limited).toHaveLength(21);
  expect(limited[0]).toMatchObject({ severity: 'error', message: 'no' });
  expect(limited.at(-1)?.message).toBe('There are 981 more findings.');
});
