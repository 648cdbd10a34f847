import type { Attack } from '../../attack.ts';
import { builtin, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { damagedCanary } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_PERMISSION_MODEL } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'damages-a-file',
  aim: 'has got out of the compartment and encrypts a file of the user',
  belt: 'permission alone',
  given: LEAKED_MODULES,
  control: NO_PERMISSION_MODEL,
  build: ({ plugins, canary }) => {
    writePackage(plugins, {
      script: scriptDoing(`${builtin('fs')}.writeFileSync(${JSON.stringify(canary)}, 'pay first')`),
    });
  },
  harm: damagedCanary,
};
