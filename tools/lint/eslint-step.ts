import { runInstalled } from '../steps/command-step.ts';
import type { Step, StepResult } from '../steps/step.ts';

/** ESLint on a project graph computed just now: Nx's rules read a cached one, and are silent without one. */
export const eslintStep: Step = {
  name: 'eslint',
  async run() {
    const graph = await runInstalled('nx', ['graph', '--file=dist/project-graph.json']);
    return graph.ok ? judge(await runInstalled('eslint', ['.'])) : graph;
  },
};

/** ESLint ends with 0 also when Nx's rules had no project graph and checked nothing. */
export function judge({ ok, output }: StepResult): StepResult {
  return { ok: ok && !output.includes('will be skipped'), output };
}
