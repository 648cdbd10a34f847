import type { Attack } from '../../attack.ts';
import { builtin, scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaks } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'reads-a-file',
  aim: 'reads a file of the user and answers with what stands in it',
  belt: 'realm, powers and permission',
  control: { belts: { realm: false, powers: false, permission: false } },
  build: ({ plugins, canary }) => {
    const script = scriptLeaking(
      `${builtin('fs')}.readFileSync(${JSON.stringify(canary)}, 'utf8').slice(7, 39)`,
    );
    writePackage(plugins, { script });
  },
  harm: (watch) => leaks(watch),
};
