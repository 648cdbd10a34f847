import type { Attack } from '../attack.ts';
import { builtin, scriptLeaking } from '../scene/scripts.ts';
import { writePackage } from '../scene/write-package.ts';
import { leaks } from '../watch/harms.ts';
import { NOTHING_HOLDS } from '../weakenings.ts';

/** An attack that nothing stops. */
export const attack: Attack = {
  name: 'not-stopped',
  aim: 'reads a file of the user',
  belt: 'none',
  given: NOTHING_HOLDS,
  control: {},
  build: ({ plugins, canary }) => {
    const file = JSON.stringify(canary);
    writePackage(plugins, {
      script: scriptLeaking(`${builtin('fs')}.readFileSync(${file}, 'utf8').slice(7, 39)`),
    });
  },
  harm: (watch) => leaks(watch),
};
