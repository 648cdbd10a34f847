import type { Attack } from '../../attack.ts';
import { builtin, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { connected } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_PERMISSION_MODEL } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'reaches-a-unix-socket',
  aim: 'has got out of the compartment and talks to another program of the user over its Unix socket',
  belt: 'permission alone',
  given: LEAKED_MODULES,
  control: NO_PERMISSION_MODEL,
  build: ({ plugins, socket }) =>
    void writePackage(plugins, {
      script: scriptDoing(
        `${builtin('net')}.connect(${JSON.stringify(socket)}).on('error', () => {}); await new Promise((go) => globalThis.setTimeout(go, 200))`,
      ),
    }),
  harm: connected,
};
