import { hostname } from 'node:os';
import type { Attack } from '../../attack.ts';
import { builtin, scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaks } from '../../watch/harms.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'reads-the-name-of-the-machine',
  aim: 'has got out of the compartment and learns the name of the machine from node:os',
  belt: 'powers alone',
  given: LEAKED_REALM,
  control: { belts: { powers: false } },
  build: ({ plugins }) => {
    writePackage(plugins, { script: scriptLeaking(`'machine ' + ${builtin('os')}.hostname()`) });
  },
  harm: (watch) => leaks(watch, `machine ${hostname()}`),
};
