import { expect, test } from '@jest/globals';
import { countOf } from './jest-results.ts';

test('tests are counted, and a file that could not run counts as a failure', () => {
  const results = { numPassedTests: 5, numFailedTests: 2, numRuntimeErrorTestSuites: 1 };
  expect(countOf(1, results)).toEqual({ passed: 5, failed: 3 });
});

test('a good run has no failures', () => {
  expect(countOf(0, { numPassedTests: 5, numFailedTests: 0 })).toEqual({ passed: 5, failed: 0 });
});

test.each([
  ['no test ran', 0, { numPassedTests: 0 }],
  ['Jest wrote no results', 1, undefined],
  ['Jest failed for another reason, such as coverage', 1, { numPassedTests: 5 }],
])('one failure is counted when %s', (_, exitCode, results) => {
  expect(countOf(exitCode, results).failed).toBe(1);
});
