import type { StepCount } from '../steps/run-steps.ts';

/** Counts tests, and test files that could not run; a Jest that fails without a failed test counts as one failure. */
export function countOf(exitCode: number, results: unknown): StepCount {
  const passed = numberAt(results, 'numPassedTests');
  const failed = numberAt(results, 'numFailedTests') + numberAt(results, 'numRuntimeErrorTestSuites');
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed };
}

function numberAt(results: unknown, key: string): number {
  if (typeof results !== 'object' || results === null) return 0;
  const value: unknown = Object.entries(results).find(([name]) => name === key)?.[1];
  return typeof value === 'number' ? value : 0;
}
