import type { Attack } from '../../attack.ts';
import { builtin, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { connected } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_PERMISSION_MODEL } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'sends-a-datagram',
  aim: 'has got out of the compartment and sends a UDP datagram',
  belt: 'permission alone',
  given: LEAKED_MODULES,
  control: NO_PERMISSION_MODEL,
  build: ({ plugins, ports }) =>
    void writePackage(plugins, {
      script: scriptDoing(
        `const s = ${builtin('dgram')}.createSocket('udp4'); s.send('stolen', ${ports.udp}, '127.0.0.1'); await new Promise((go) => globalThis.setTimeout(go, 200)); s.close()`,
      ),
    }),
  harm: connected,
};
