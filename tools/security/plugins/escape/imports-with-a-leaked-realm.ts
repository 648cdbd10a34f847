import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaksPid } from '../../watch/harms.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'imports-with-a-leaked-realm',
  aim: 'has got out of the compartment and loads a module of Node with an import() that it makes of text',
  belt: 'powers alone',
  given: LEAKED_REALM,
  control: { belts: { powers: false } },
  build: ({ plugins }) => {
    const load = "(await (0, eval)('imp' + 'ort(\"node:os\")')).hostname()";
    writePackage(plugins, { script: scriptLeaking(`${load} && 'pid ' + globalThis.process.pid + ' '`) });
  },
  harm: leaksPid,
};
