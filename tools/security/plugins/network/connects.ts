import type { Attack } from '../../attack.ts';
import { builtin, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { connected } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_PERMISSION_MODEL } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'connects',
  aim: 'has got out of the compartment and opens a TCP connection with node:net',
  belt: 'permission alone',
  given: LEAKED_MODULES,
  control: NO_PERMISSION_MODEL,
  build: ({ plugins, ports }) =>
    void writePackage(plugins, {
      script: scriptDoing(
        `${builtin('net')}.connect(${ports.tcp}, '127.0.0.1').on('error', () => {}); await new Promise((go) => globalThis.setTimeout(go, 200))`,
      ),
    }),
  harm: connected,
};
