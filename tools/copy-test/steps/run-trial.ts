import { authorSteps } from './author-steps.ts';
import type { Trial } from './trial.ts';
import { userSteps } from './user-steps.ts';

/** What became of one step; the time is what the wall clock says. */
export interface StepOutcome {
  readonly step: string;
  readonly seconds: number;
  readonly ok: boolean;
  /** What was said, where it failed. */
  readonly output?: string;
}

export interface TrialOutcome {
  readonly plugin: string;
  readonly ok: boolean;
  readonly steps: readonly StepOutcome[];
}

/** Makes the plugin and goes through all steps until one fails. */
export async function runTrial(
  plugin: string,
  trial: Trial,
  make: () => Promise<void>,
): Promise<TrialOutcome> {
  const steps: StepOutcome[] = [];
  for (const { name, run } of [{ name: 'make', run: make }, ...authorSteps, ...userSteps]) {
    const startedAt = performance.now();
    const failure = await run(trial).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
    steps.push({
      step: name,
      seconds,
      ok: failure === undefined,
      ...(failure === undefined ? {} : { output: failure }),
    });
    if (failure !== undefined) break;
  }
  return { plugin, ok: steps.every(({ ok }) => ok), steps };
}
