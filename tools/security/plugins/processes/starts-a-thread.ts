import type { Attack } from '../../attack.ts';
import { builtin, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { wrote } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_PERMISSION_MODEL } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'starts-a-thread',
  aim: 'has got out of the compartment and starts a thread, whose globals nobody has taken away',
  belt: 'permission alone',
  given: LEAKED_MODULES,
  control: NO_PERMISSION_MODEL,
  build: ({ plugins, target }) => {
    const code = `require('node:fs').writeFileSync(${JSON.stringify(target)}, 'mine')`;
    const start = `new (${builtin('worker_threads')}.Worker)(${JSON.stringify(code)}, { eval: true })`;
    writePackage(plugins, {
      script: scriptDoing(`${start}; await new Promise((go) => globalThis.setTimeout(go, 500))`),
    });
  },
  harm: ({ scene }) => wrote(scene.target),
};
