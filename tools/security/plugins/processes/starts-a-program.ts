import type { Attack } from '../../attack.ts';
import { builtin, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { wrote } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_PERMISSION_MODEL } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'starts-a-program',
  aim: 'has got out of the compartment and starts a shell',
  belt: 'permission alone',
  given: LEAKED_MODULES,
  control: NO_PERMISSION_MODEL,
  build: ({ plugins, target }) => {
    const run = `${builtin('child_process')}.spawnSync('/bin/sh', ['-c', 'echo mine > ' + ${JSON.stringify(target)}])`;
    writePackage(plugins, { script: scriptDoing(run) });
  },
  harm: ({ scene }) => wrote(scene.target),
};
