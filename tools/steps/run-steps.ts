import type { Step } from './step.ts';

export interface StepCount {
  passed: number;
  failed: number;
}

/** Runs the checks one after the other; prints a line for each and, of those that fail, what they said. */
export async function runSteps(steps: readonly Step[]): Promise<StepCount> {
  const count = { passed: 0, failed: 0 };
  for (const step of steps) {
    const startedAt = performance.now();
    const { ok, output } = await step.run();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(
      ok ? `✓ ${step.name} (${seconds} s)\n` : `✗ ${step.name} (${seconds} s)\n${output}\n`,
    );
    count[ok ? 'passed' : 'failed'] += 1;
  }
  return count;
}
