import type { StepCount } from './run-steps.ts';

export function sum(counts: readonly StepCount[]): StepCount {
  return counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

/** The last line of every test command, for people and for machines; nothing run is a failure too. */
export function finish(count: StepCount): void {
  process.stdout.write(`\n${count.passed} passed, ${count.failed} failed\n`);
  if (count.failed > 0 || count.passed === 0) process.exitCode = 1;
}
