import { staleParts } from '../bootstrap/stale-parts.mjs';
import { ROOT } from '../root.ts';
import type { Step } from '../steps/step.ts';

/** The command that starts this one builds; it goes on when a plugin does not build, and says so above. */
export const buildStep: Step = {
  name: 'every plugin builds',
  run: async () => {
    const { plugins } = staleParts(ROOT);
    return {
      ok: plugins.length === 0,
      output: plugins.map((folder) => `${folder} does not build`).join('\n'),
    };
  },
};
