import type { Attack } from '../../attack.ts';
import { builtin, scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaks } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_PERMISSION_MODEL } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'reads-with-a-leaked-realm',
  aim: 'has got out of the compartment, loads node:fs and reads a file of the user',
  belt: 'permission alone',
  given: LEAKED_MODULES,
  control: NO_PERMISSION_MODEL,
  build: ({ plugins, canary }) => {
    const script = scriptLeaking(
      `${builtin('fs')}.readFileSync(${JSON.stringify(canary)}, 'utf8').slice(7, 39)`,
    );
    writePackage(plugins, { script });
  },
  harm: (watch) => leaks(watch),
};
